import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Kpi } from '../contract.ts'

const kinds = {
  activity: 'Activity: what we did',
  output: 'Output: what it produced',
  outcome: 'Outcome: what it changed',
}

export const propertiesOf = (kpi: Kpi) => [
  { label: 'Owner', value: kpi.owner.name },
  {
    label: 'Period',
    value: (
      <span>
        <Day date={kpi.period.from} />
        {' – '}
        <Day date={kpi.period.to} />
      </span>
    ),
  },
  {
    label: 'Goal',
    value: kpi.goal ? (
      <Link to={`/goals/${kpi.goal.id}`} className="text-accent-ink underline">
        {kpi.goal.name}
      </Link>
    ) : (
      'None'
    ),
  },
  { label: 'Weight', value: String(kpi.weight) },
  { label: 'Kind', value: <Badge>{kinds[kpi.definition.kind]}</Badge> },
  { label: 'Better', value: kpi.definition.better === 'up' ? 'More' : 'Less' },
  { label: 'Proposed by', value: kpi.proposedBy },
]

/** What was agreed, word by word as it was signed. */
export function KpiTerms({ kpi }: { kpi: Kpi }) {
  const { definition, lead } = kpi
  return (
    <Card
      title="What was agreed"
      hint="As it read when it was proposed; a later change elsewhere does not reach it."
    >
      <dl className="grid grid-cols-[minmax(110px,auto)_1fr] gap-x-4 gap-y-2 max-[720px]:grid-cols-1">
        <Term title="What it drives">{kpi.decision}</Term>
        <Term title="Who cares">{kpi.why}</Term>
        <Term title="Definition">
          {definition.metric ? (
            <Link to={`/metrics/${definition.metric}`} className="text-accent-ink underline">
              {definition.title}
            </Link>
          ) : (
            definition.title
          )}
          {`: ${definition.words}`}
        </Term>
        <Term title="Formula">
          <code className="font-mono text-sm break-words">{definition.formula}</code>
        </Term>
        <Term title="Source">{definition.source}</Term>
        {definition.conditions.length > 0 && (
          <Term title="Conditions">{definition.conditions.join(', ')}</Term>
        )}
        {definition.settings.length > 0 && (
          <Term title="Rests on">
            {definition.settings.map(({ name, version }) => `version ${version} of ${name}`).join(', ')}
          </Term>
        )}
        {lead && (
          <Term title={`Leads ${lead.title}`}>
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={lead.verdict === 'proven' ? 'good' : 'warn'}>
                {lead.verdict === 'proven' ? 'Proven on the data' : 'Unproven'}
              </Badge>
              <span>{`${lead.says} Tested on ${lead.testedOn} over ${lead.periods} weeks.`}</span>
            </span>
          </Term>
        )}
      </dl>
    </Card>
  )
}

const Term = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div className="contents">
    <dt className="text-ink-3">{title}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)
