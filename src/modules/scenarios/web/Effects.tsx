import { Link } from '@tanstack/react-router'
import { figure } from '../../../ui/format/figure.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Effect, scenarios } from '../contract.ts'

/** What it would change on what was promised, and how that is reckoned. */
export function Effects({ id }: { id: string }) {
  const asked = useQuery(scenarios.effects, { id })
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        asked.data?.items.length === 0 && {
          children: asked.data.notes[0] ?? 'No KPI agreement is signed whose period meets this year.',
        }
      }
    >
      {() =>
        asked.data && (
          <Card
            title="Signed KPI agreements"
            hint="Where each is heading today, and where the scenario would take it."
          >
            <div className="flex flex-col gap-3">
              <DataTable
                caption="Effect on KPI agreements"
                rows={asked.data.items}
                rowId={(one) => one.kpi.id}
                columns={columns}
              />
              <Notes notes={asked.data.notes} />
            </div>
          </Card>
        )
      }
    </FaceOf>
  )
}

const printed = (value: number | null, { unit, currency }: Effect) =>
  value === null ? 'n/a' : figure(value, unit, currency ?? undefined)

const rangeOf = (one: Effect): string => {
  if (!one.scenario) return 'no known effect'
  const [low, high] = [printed(one.scenario.low, one), printed(one.scenario.high, one)]
  return low === high ? low : `${low} to ${high}`
}

const tones = { reckoned: 'info', likely: 'warn', none: 'neutral' } as const

const columns: Column<Effect>[] = [
  {
    id: 'kpi',
    title: 'KPI',
    value: (one) => one.kpi.name,
    cell: (one) => (
      <Link to={`/kpis/${one.kpi.id}`} className="font-medium text-accent-ink hover:underline">
        {one.kpi.name}
      </Link>
    ),
  },
  { id: 'target', title: 'Target', align: 'end', value: (one) => printed(one.target, one) },
  { id: 'today', title: 'Heading today', align: 'end', value: (one) => printed(one.today, one) },
  { id: 'scenario', title: 'With the scenario', align: 'end', value: rangeOf },
  {
    id: 'known',
    title: 'Grade',
    value: (one) => one.known,
    cell: (one) => <Badge tone={tones[one.known]}>{one.known === 'none' ? 'not known' : one.known}</Badge>,
  },
  {
    id: 'says',
    title: 'Reasoning',
    value: (one) => one.says,
    cell: (one) => <span className="block min-w-72 whitespace-normal py-1">{one.says}</span>,
  },
]
