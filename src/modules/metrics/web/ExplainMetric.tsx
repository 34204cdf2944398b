import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Format } from '../../../engine/format.ts'
import { address } from '../../../kernel/client.ts'
import type { Asked, Out } from '../../../kernel/contract.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { download } from '../../../ui/format/save.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { type ExplainRequest, useAgreed, useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery, useRows } from '../../../ui/query.ts'
import { type MetricShown, metrics } from '../contract.ts'
import { metricSlot } from './slots.ts'
import { sourcesOf } from './sources.ts'
import Trust from './Trust.tsx'
import { keepsPeriod } from './useCompared.ts'
import { amountOf, currencyOf } from './values.ts'

type Line = Record<string, unknown>
type Explained = Out<typeof metrics.explain>
type Kind = z.infer<typeof MetricShown>['kind']

/** Any figure that names its metric: its definition, the conditions in force, the imports, the rows. */
export default function ExplainMetric({
  request,
  onClose,
}: {
  request: ExplainRequest
  onClose: () => void
}) {
  const { metric, from, to, where } = request as Asked<typeof metrics.explain>
  const selection = { metric, ...(from ? { from } : {}), ...(to ? { to } : {}), where: where ?? [] }
  const asked = useQuery(metrics.explain, selection, { keepsOld: false })
  const withheld = asked.data?.withheld
  const isOpen = asked.data !== undefined && !withheld?.isAll
  const behind = useRows(metrics.rows, selection, 50, { keepsOld: false, isOn: isOpen })
  const agreed = useAgreed(selection)
  const { data } = asked
  return (
    <ExplainDrawer<Line>
      isOpen
      onClose={onClose}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      figure={
        data && {
          label: data.metric.title,
          value: amountOf(data.value),
          unit: data.metric.unit,
          currency: currencyOf(data.value),
          reason: amountOf(data.value) === null ? data.notes[0] : undefined,
          ...(data.confidence ? { grade: { grade: data.confidence.grade } } : {}),
        }
      }
      definition={data && <Definition metric={data.metric} onLeave={onClose} />}
      formula={data?.metric.formula}
      filters={data?.conditions.map((words) => ({ value: words }))}
      agreed={agreed}
      sources={data && sourcesOf(data)}
      withheld={withheld?.says}
      rows={
        behind.first
          ? {
              columns: rowColumns(behind.first.columns, behind.rows ?? []),
              rows: behind.rows ?? [],
              rowId: (_, index) => String(index),
              total: behind.total,
              hasMore: behind.paging.hasMore,
              isLoadingMore: behind.paging.isLoadingMore,
              loadMore: () => void behind.paging.loadMore(),
              onExport: (format: Format) =>
                download(address(metrics.exportRows, { ...selection, format }).url),
            }
          : undefined
      }
    >
      {data?.confidence && <Trust confidence={data.confidence} />}
      {data && <Parts explained={data} />}
      {metricSlot.all.map((Part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are added once, at start
        <Part key={index} metric={metric} />
      ))}
    </ExplainDrawer>
  )
}

const kinds: Record<Kind, string> = {
  activity: 'Activity: what we did',
  output: 'Output: what it produced',
  outcome: 'Outcome: what it changed',
}

const Definition = ({ metric, onLeave }: { metric: Explained['metric']; onLeave: () => void }) => (
  <>
    <p>{metric.words}</p>
    <p className="mt-1 flex flex-wrap items-center gap-1">
      <Badge>{kinds[metric.kind]}</Badge>
      {!metric.additive && <Badge>not summed over groups</Badge>}
      <Link
        to={`/metrics/${metric.id}`}
        search={keepsPeriod as never}
        onClick={onLeave}
        className="ml-auto text-accent-ink hover:underline"
      >
        {`All about ${metric.title}`}
      </Link>
    </p>
  </>
)

/** What a ratio is made of, and what has to be said besides. */
function Parts({ explained }: { explained: Explained }) {
  const { currency } = useOrganisation()
  return (
    <>
      {explained.parts.length > 0 && (
        <MadeOf
          parts={explained.parts.map(({ title, value }) => ({
            name: title,
            value: figure(
              amountOf(value),
              currencyOf(value) ? 'money' : 'count',
              currencyOf(value) ?? currency,
            ),
          }))}
        />
      )}
      <Notes notes={explained.notes} />
    </>
  )
}

const midnight = /T00:00:00(\.0+)?Z?$/

function text(value: unknown): string {
  if (value === null || value === undefined) return ''
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(midnight, '')
}

const writtenOf = (row: Line) => row.written as { title: string; path: string } | undefined

/** Only columns that say something; the last one leads to the row in its import. */
function rowColumns(names: string[], rows: Line[]) {
  const told = names.filter(
    (name) =>
      name !== 'file' && name !== 'written' && name !== 'row' && rows.some((row) => text(row[name]) !== ''),
  )
  return [
    ...told.map((name) => ({
      id: name,
      title: name.replaceAll('_', ' '),
      value: (row: Line) => text(row[name]),
      cell: (row: Line) => <span className="block max-w-48 truncate">{text(row[name])}</span>,
    })),
    {
      id: 'from',
      title: 'came with',
      value: (row: Line) => writtenOf(row)?.title ?? `${text(row.file)}, row ${text(row.row)}`,
      cell: (row: Line) =>
        writtenOf(row) ? (
          <Button small look="quiet" to={writtenOf(row)?.path}>
            {writtenOf(row)?.title}
          </Button>
        ) : row.importId ? (
          <Link
            to={`/imports/${text(row.importId)}`}
            search={{ tab: 'rows', row: text(row.row) } as never}
            className="whitespace-nowrap text-accent-ink hover:underline"
          >
            {`row ${text(row.row)}`}
          </Link>
        ) : (
          text(row.file)
        ),
    },
  ]
}
