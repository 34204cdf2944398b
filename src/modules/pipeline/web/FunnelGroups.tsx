import type { z } from 'zod'
import { count, percent } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { FunnelGroup } from '../contract.ts'

type Group = z.infer<typeof FunnelGroup>

/** One line for each group: how many reached each stage and the share of the stage before. A click filters by it. */
export function FunnelGroups({ groups, by }: { groups: Group[]; by: string }) {
  const { set } = useWhere()
  const stages = groups[0]?.steps ?? []
  const columns: Column<Group>[] = [
    { id: 'value', title: by.replaceAll('_', ' '), value: (one) => one.value ?? 'blank' },
    ...stages.map(({ stage, name }, at) => ({
      id: stage,
      title: name,
      align: 'end' as const,
      value: (one: Group) => one.steps[at]?.reached ?? null,
      cell: (one: Group) => <Cell group={one} at={at} />,
    })),
    {
      id: 'whole',
      title: 'First to last',
      align: 'end',
      value: (one) => one.steps.at(-1)?.fromFirst ?? null,
      cell: (one) => <Share of={one.steps.at(-1)?.fromFirst ?? null} />,
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
    </Card>
  )
}

function Cell({ group, at }: { group: Group; at: number }) {
  const step = group.steps[at]
  if (!step) return null
  return (
    <span className="tabular whitespace-nowrap">
      <span className="text-ink">{count(step.reached)}</span>
      {step.fromPrevious !== null && (
        <span className="ml-1.5 text-sm text-ink-3">{percent(step.fromPrevious, 0)}</span>
      )}
    </span>
  )
}

const Share = ({ of }: { of: number | null }) => (
  <span className="tabular font-medium text-ink">{of === null ? 'n/a' : percent(of)}</span>
)
