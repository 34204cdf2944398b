import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Format } from '../../../engine/format.ts'
import { address } from '../../../kernel/client.ts'
import type { Asked, Out } from '../../../kernel/contract.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { MadeOf } from '../../../ui/figure/ExplainParts.tsx'
import { cameWith, sourcesOf } from '../../../ui/figure/origins.tsx'
import { paged } from '../../../ui/figure/paged.ts'
import { figure } from '../../../ui/format/figure.ts'
import { download } from '../../../ui/format/save.ts'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { type ExplainRequest, useAgreed, useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery, useRows } from '../../../ui/query.ts'
import { type MetricShown, metrics } from '../contract.ts'
import { metricSlot } from './slots.ts'
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
  const { derived } = request
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
      figure={data && (derived ?? figureOf(data))}
      definition={data && <Definition metric={data.metric} onLeave={onClose} derived={derived?.definition} />}
      formula={derived?.formula ?? data?.metric.formula}
      filters={data?.conditions.map((words) => ({ value: words }))}
      agreed={agreed}
      sources={sourcesOf(data?.imports, data?.written)}
      withheld={withheld?.says}
      rows={
        behind.first
          ? {
              columns: rowColumns(behind.first.columns, behind.rows ?? []),
              ...paged(behind),
              rowId: (_, index) => String(index),
              onExport: (format: Format) =>
                download(address(metrics.exportRows, { ...selection, format }).url),
            }
          : undefined
      }
    >
      {derived?.parts && <MadeOf parts={derived.parts} />}
      <Notes notes={derived?.says ?? []} />
      {data?.confidence && <Trust confidence={data.confidence} />}
      {data && <Parts explained={data} />}
      {metricSlot.all.map((Part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are added once, at start
        <Part key={index} metric={metric} />
      ))}
    </ExplainDrawer>
  )
}

const figureOf = ({ metric, value, notes, confidence }: Explained) => ({
  label: metric.title,
  value: amountOf(value),
  unit: metric.unit,
  currency: currencyOf(value),
  reason: amountOf(value) === null ? notes[0] : undefined,
  ...(confidence ? { grade: { grade: confidence.grade } } : {}),
})

const kinds: Record<Kind, string> = {
  activity: 'Activity: what we did',
  output: 'Output: what it produced',
  outcome: 'Outcome: what it changed',
}

type DefinitionProps = { metric: Explained['metric']; onLeave: () => void; derived: string | undefined }

const Definition = ({ metric, onLeave, derived }: DefinitionProps) => (
  <>
    {derived && <p className="mb-1">{derived}</p>}
    <p>{derived ? `It rests on ${metric.title}. ${metric.words}` : metric.words}</p>
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
    origin,
  ]
}

const led = cameWith<Line>(({ importId, file, row }) => ({ importId, file, row }) as never)

/** A row that was written here leads to its page instead. */
const origin: Column<Line> = {
  ...led,
  value: (row) => writtenOf(row)?.title ?? led.value(row),
  cell: (row) =>
    writtenOf(row) ? (
      <Button small look="quiet" to={writtenOf(row)?.path}>
        {writtenOf(row)?.title}
      </Button>
    ) : (
      led.cell?.(row)
    ),
}
