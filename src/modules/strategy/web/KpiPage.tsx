import { Link, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { Thread } from '../../threads/web/index.ts'
import { Serving, Trace } from '../../trace/web/index.ts'
import { type Kpi, strategy } from '../contract.ts'
import { signingRule } from '../rules.ts'
import { KpiDeeds } from './KpiDeeds.tsx'
import { KpiPath } from './KpiPath.tsx'
import { KpiTerms, propertiesOf } from './KpiTerms.tsx'
import { KpiValues } from './KpiValues.tsx'
import { CourseBadge, explainOf, inUnit, StateBadge } from './kpi-words.tsx'
import { Signers } from './Signers.tsx'
import { kpiSlot } from './slots.ts'

export default function KpiPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(strategy.kpi, { id })
  const kpi = asked.data
  return (
    <DetailPage
      title={kpi?.name ?? 'KPI agreement'}
      crumbs={[{ title: 'KPI agreements', path: '/kpis' }]}
      description={
        kpi && (
          <span className="flex flex-wrap items-center gap-2">
            <StateBadge state={kpi.state} />
            <CourseBadge course={kpi.standing.course} />
            {kpi.standing.says}
          </span>
        )
      }
      actions={kpi && <KpiDeeds kpi={kpi} />}
      {...(kpi ? { properties: propertiesOf(kpi) } : {})}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() => kpi && <Agreed key={kpi.id} kpi={kpi} />}
    </DetailPage>
  )
}

const Agreed = ({ kpi }: { kpi: Kpi }) => (
  <>
    <Kin kpi={kpi} />
    {kpi.doubts.map((doubt) => (
      <Notice key={doubt} tone="warn">
        {doubt}
      </Notice>
    ))}
    <Stands kpi={kpi} />
    <KpiPath kpi={kpi} />
    {kpi.definition.metric === null && <KpiValues kpi={kpi} />}
    <Suspense>
      {kpiSlot.all.map((Part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
        <Part key={at} kpi={kpi} />
      ))}
    </Suspense>
    <Card title="Signatures" hint={signingRule}>
      <Signers kpi={kpi} />
    </Card>
    <KpiTerms kpi={kpi} />
    <Trace kind="kpi" id={kpi.id} />
    {kpi.goal && (
      <Serving
        title="What serves its goal"
        kind="goal"
        id={kpi.goal.id}
        except={{ kind: 'kpi', id: kpi.id }}
        empty="Nothing else serves this goal yet. Link a campaign or a budget line up to it on its page."
      />
    )}
    <Thread kind="kpi" id={kpi.id} />
  </>
)

/** What it took the place of, what took its place, and why it was withdrawn. */
function Kin({ kpi: { supersedes, supersededBy, withdrawn } }: { kpi: Kpi }) {
  return (
    <>
      {supersededBy && (
        <Notice tone="warn">
          {'Superseded by '}
          <Link to={`/kpis/${supersededBy.id}`} className="underline">
            {supersededBy.name}
          </Link>
          . It stays here to be read as it was signed.
        </Notice>
      )}
      {supersedes && (
        <Notice>
          {'In the place of '}
          <Link to={`/kpis/${supersedes.id}`} className="underline">
            {supersedes.name}
          </Link>
          , which stays to be read.
        </Notice>
      )}
      {withdrawn && <Notice tone="warn">{`${withdrawn.by} withdrew it: ${withdrawn.reason}`}</Notice>}
    </>
  )
}

function Stands({ kpi }: { kpi: Kpi }) {
  const { definition, standing, baseline, target } = kpi
  const { unit, currency, isCumulative } = definition
  const money = currency ? { currency } : {}
  const explain = explainOf(kpi)
  return (
    <FigureRow>
      <Figure
        label="Actual"
        value={standing.actual}
        unit={unit}
        {...money}
        better={definition.better}
        reason={standing.says}
        period={standing.on ? `${isCumulative ? 'up to' : 'month to'} ${day(standing.on)}` : ''}
        {...(explain ? { explain } : {})}
      />
      <Figure
        label="Its path by then"
        value={standing.expected}
        unit={unit}
        {...money}
        reason={standing.says}
        period={`±${Math.round(kpi.band * 1000) / 10} % is on it`}
      />
      <Figure
        label="Target"
        value={target}
        unit={unit}
        {...money}
        period={`by ${day(kpi.period.to)}, from ${inUnit(baseline, definition)}`}
      />
    </FigureRow>
  )
}
