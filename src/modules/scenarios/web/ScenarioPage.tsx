import { useParams } from '@tanstack/react-router'
import type { Out } from '../../../kernel/contract.ts'
import { minorDigits } from '../../../methods/money.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { When } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { scenarios } from '../contract.ts'
import { Comparison } from './Comparison.tsx'
import { Conflicts } from './Conflicts.tsx'
import { Deeds } from './Deeds.tsx'
import { Effects } from './Effects.tsx'
import { Lines } from './Lines.tsx'

export type Shown = Out<typeof scenarios.show>

export default function ScenarioPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(scenarios.show, { id })
  const { data } = asked
  const conflicts = data?.conflicts.length
  return (
    <Page
      isFlush="wide"
      title={data?.scenario.name ?? 'Scenario'}
      crumbs={[{ title: 'Scenarios', path: '/scenarios' }]}
      description={data?.scenario.why || undefined}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={data && <Deeds shown={data} />}
      tabs={[
        { value: 'lines', label: 'Lines' },
        { value: 'compare', label: 'Compare' },
        { value: 'conflicts', label: 'Conflicts', ...(conflicts ? { count: conflicts } : {}) },
        { value: 'effects', label: 'KPI agreements' },
      ]}
    >
      {(tab) => data && <Body shown={data} tab={tab} />}
    </Page>
  )
}

function Body({ shown, tab }: { shown: Shown; tab: string }) {
  if (tab === 'lines' || tab === '')
    return (
      <>
        <Head shown={shown} />
        <Lines shown={shown} />
      </>
    )
  return (
    <div className="quiet-scroll flex min-h-0 flex-1 flex-col gap-(--gap) overflow-y-auto px-(--gutter) pt-3 pb-12">
      {tab === 'compare' && <Comparison scenario={shown.scenario} />}
      {tab === 'conflicts' && <Conflicts shown={shown} />}
      {tab === 'effects' && <Effects id={shown.scenario.id} />}
    </div>
  )
}

function Head({ shown: { scenario, notes, conflicts } }: { shown: Shown }) {
  const { total, year, adopted } = scenario
  const unit = 10 ** minorDigits(year.currency)
  const of = { unit: 'money' as const, currency: year.currency, period: year.label }
  return (
    <section aria-label="What it comes to" className="flex shrink-0 flex-col gap-3 px-(--gutter) pt-3 pb-3">
      <FigureRow>
        <Figure label="Copied from the budget" value={total.before / unit} {...of} />
        <Figure label="Scenario" value={total.after / unit} {...of} />
        <Figure label="Difference" value={(total.after - total.before) / unit} {...of} />
      </FigureRow>
      <div className="flex flex-wrap items-center gap-2 text-ink-2">
        <Badge tone={adopted ? 'good' : 'neutral'}>{adopted ? `Adopted by ${adopted.by}` : 'Open'}</Badge>
        {conflicts.length > 0 && (
          <Badge tone="bad">{conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`}</Badge>
        )}
        <span>
          {`Made by ${scenario.madeBy}, changed by ${scenario.changedBy} `}
          <When at={scenario.changedAt} />
        </span>
      </div>
      <Notes notes={notes} />
    </section>
  )
}
