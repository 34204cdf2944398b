import type { z } from 'zod'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { FunnelGroup } from '../contract.ts'
import { type Cohort, ofGroup, reached, share } from './counted.ts'
import { type Counted, useBehind } from './ExplainBehind.tsx'
import { Told } from './StepRow.tsx'

type Group = z.infer<typeof FunnelGroup>
type FunnelGroupsProps = { groups: Group[]; by: string; of: Cohort }

/** One line for each group: how many reached each stage and the share of the stage before. A click filters by it. */
export function FunnelGroups({ groups, by, of }: FunnelGroupsProps) {
  const { set } = useWhere()
  const { explain, drawer } = useBehind()
  const stages = groups[0]?.steps ?? []
  const cohortOf = (one: Group) => ofGroup(of, by, one.value)
  const columns: Column<Group>[] = [
    { id: 'value', title: by.replaceAll('_', ' '), value: (one) => one.value ?? 'blank' },
    ...stages.map(({ stage, name }, at) => ({
      id: stage,
      title: name,
      align: 'end' as const,
      value: (one: Group) => one.steps[at]?.reached ?? null,
      cell: (one: Group) => <Cell {...{ steps: one.steps, at, of: cohortOf(one), explain }} />,
    })),
    {
      id: 'whole',
      title: 'First to last',
      align: 'end',
      value: (one) => one.steps.at(-1)?.fromFirst ?? null,
      cell: (one) => <Whole {...{ steps: one.steps, of: cohortOf(one), explain }} />,
    },
  ]
  return (
    <Card title={`By ${by.replaceAll('_', ' ')}`} hint="Open a line to see only that group.">
      <DataTable
        caption={`Funnel by ${by}`}
        columns={columns}
        rows={groups}
        rowId={(one) => one.value ?? ' blank'}
        onOpen={(one) => set(by, one.value)}
      />
      {drawer}
    </Card>
  )
}

type CellProps = { steps: Group['steps']; of: Cohort; explain: (counted: Counted) => void }

function Cell({ steps, at, of, explain }: CellProps & { at: number }) {
  const step = steps[at]
  const before = steps[at - 1]
  if (!step) return null
  return (
    <span className="whitespace-nowrap">
      <span className="text-ink">
        <Told counted={reached(of, step)} explain={explain} />
      </span>
      {before && step.fromPrevious !== null && (
        <span className="ml-1.5 text-sm text-ink-3">
          <Told counted={share(of, step, before, step.fromPrevious)} explain={explain} />
        </span>
      )}
    </span>
  )
}

function Whole({ steps, of, explain }: CellProps) {
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return null
  return (
    <span className="font-medium text-ink">
      <Told counted={share(of, last, first, last.fromFirst)} explain={explain} />
    </span>
  )
}
