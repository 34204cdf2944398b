import { Link } from '@tanstack/react-router'
import { ChartColumn, Search } from 'lucide-react'
import { useDeferredValue, useRef } from 'react'
import { Figure } from '../../../ui/figure/Figure.tsx'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type MetricShown, metrics } from '../contract.ts'
import { metricSlot } from './slots.ts'
import { comparedLabel, keepsPeriod, useCompared } from './useCompared.ts'
import { useGrades } from './useGrades.ts'
import { amountOf, currencyOf } from './values.ts'

const kinds = [
  { value: 'outcome', label: 'Outcome' },
  { value: 'output', label: 'Output' },
  { value: 'activity', label: 'Activity' },
]

export default function MetricsPage() {
  const asked = useQuery(metrics.catalogue, {})
  const [words, setWords] = useUrl('q')
  const [kind] = useUrl('kind')
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  const needle = useDeferredValue(words).toLowerCase()
  const shown = byKind(asked.data?.items ?? []).filter(
    (one) =>
      (!kind || one.kind === kind) && `${one.title} ${one.words} ${one.id}`.toLowerCase().includes(needle),
  )
  return (
    <Page
      hasPeriod
      title="Metrics"
      description="Every figure is defined here once. Pages, reports, exports and the API count it the same way."
      actions={
        <Button look="primary" icon={<ChartColumn size={14} />} to="/metrics/explore">
          Explore
        </Button>
      }
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() => (
        <>
          <div className="flex flex-wrap gap-2">
            <div className="w-72">
              <Input
                ref={field}
                type="search"
                icon={<Search size={14} />}
                aria-label="Search metrics"
                placeholder="Search metrics…"
                value={words}
                onChange={setWords}
              />
            </div>
            <UrlFilter name="kind" label="Kind" anyLabel="Any kind" options={kinds} />
          </div>
          {shown.length === 0 && (
            <EmptyState action={<Button onClick={() => setWords('')}>Clear the search</Button>}>
              No metric matches.
            </EmptyState>
          )}
          {inChunks(shown, 20).map((items) => (
            <Defined key={items[0]?.id} items={items} />
          ))}
        </>
      )}
    </Page>
  )
}

/** What it changed before what it produced before what we did. */
const byKind = (items: MetricShown[]): MetricShown[] =>
  kinds.flatMap(({ value }) => items.filter((one) => one.kind === value))

/** One question takes at most twenty metrics. */
const inChunks = <T,>(items: T[], size: number): T[][] =>
  items.length === 0 ? [] : [items.slice(0, size), ...inChunks(items.slice(size), size)]

function Defined({ items }: { items: MetricShown[] }) {
  const period = usePeriod()
  const compared = useCompared()
  const asked = useQuery(metrics.query, { metrics: items.map((one) => one.id), ...compared })
  const gradeOf = useGrades(
    items.map((one) => one.id),
    period.range,
  )
  const now = asked.data?.rows[0]
  const before = asked.data?.compared?.[0]
  return (
    <ul className="flex flex-col divide-y divide-line">
      {items.map((one) => (
        <li
          key={one.id}
          id={one.id}
          className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-6 py-4 max-[960px]:grid-cols-1 max-[960px]:gap-3"
        >
          <Definition metric={one} />
          <Figure
            label={one.title}
            value={amountOf(now?.[one.id])}
            currency={currencyOf(now?.[one.id])}
            unit={one.unit}
            better={one.direction}
            period={period.label}
            reference={
              period.compare && {
                value: amountOf(before?.[one.id]),
                label: comparedLabel(period.compare, asked.data?.comparedPeriod),
              }
            }
            reason={asked.error ? 'It could not be counted.' : 'Nothing to count in this period.'}
            grade={gradeOf(one.id)}
            isLoading={asked.isPending}
            explain={{ metric: one.id, ...period.range }}
          />
        </li>
      ))}
    </ul>
  )
}

const better = { up: 'more is better', down: 'less is better', none: 'neither more nor less is better' }

function Definition({ metric }: { metric: MetricShown }) {
  return (
    <div className="flex flex-col gap-1.5">
      <h2 className="flex flex-wrap items-center gap-2 font-semibold">
        <Link to={`/metrics/${metric.id}`} search={keepsPeriod as never} className="hover:underline">
          {metric.title}
        </Link>
        <Badge tone={metric.kind === 'outcome' ? 'accent' : 'neutral'}>{metric.kind}</Badge>
        <code className="font-mono text-sm font-normal text-ink-3">{metric.id}</code>
      </h2>
      <p className="max-w-180">{metric.words}</p>
      <code className="self-start rounded-md bg-sunken px-2 py-1 font-mono text-sm">{metric.formula}</code>
      <p className="text-sm text-ink-3">
        {`In ${metric.unit} · ${better[metric.direction]}${metric.additive ? '' : ' · not summed over groups'}`}
        {metric.dimensions.length > 0 &&
          ` · by ${metric.dimensions.map((name) => name.replaceAll('_', ' ')).join(', ')}`}
      </p>
      {metricSlot.all.map((Part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are added once, at start
        <Part key={index} metric={metric.id} />
      ))}
    </div>
  )
}
