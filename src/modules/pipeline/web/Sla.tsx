import type { ReactNode } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { percent } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { SkeletonRows } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { pipeline } from '../contract.ts'
import { type Judged, promised } from './counted-time.ts'
import { useBehind } from './ExplainBehind.tsx'
import { Told } from './StepRow.tsx'
import { useCohort } from './useCohort.ts'

type Line = Out<typeof pipeline.sla>['stages'][number]

/** What was agreed with sales: how long a lead may stay in a stage, and whether that is kept. */
export function Sla() {
  const { cohort, period } = useCohort()
  const { explain, drawer } = useBehind()
  const told = (one: Line, fate: Judged) => (
    <Told counted={promised(one, fate, period.label, cohort)} explain={explain} />
  )
  const asked = useQuery(pipeline.sla, cohort)
  const stages = asked.data?.stages ?? []
  return (
    <Card
      title="Agreed with sales"
      hint="Days within which a stage is to be left"
      actions={
        <Button small look="quiet" to="/settings/stages">
          Change
        </Button>
      }
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        skeleton={<SkeletonRows rows={3} columns={3} />}
        empty={stages.length === 0 && { children: 'No stage has an agreed time yet.' }}
      >
        {() => (
          <DataTable<Line>
            caption="Agreed times"
            rows={stages}
            rowId={(one) => one.stage}
            columns={[
              { id: 'name', title: 'Stage', value: (one) => one.name },
              {
                id: 'sla',
                title: 'Within',
                value: (one) => one.slaDays,
                cell: (one) => `${one.slaDays} days`,
              },
              {
                id: 'kept',
                title: 'Kept',
                align: 'end',
                value: (one) => one.kept,
                cell: (one) => <Kept one={one}>{told(one, 'kept')}</Kept>,
              },
              {
                id: 'broken',
                title: 'Broken',
                align: 'end',
                value: (one) => one.broken,
                cell: (one) => told(one, 'broken'),
              },
              {
                id: 'open',
                title: 'In time so far',
                align: 'end',
                value: (one) => one.open,
                cell: (one) => told(one, 'due'),
              },
              {
                id: 'overdue',
                title: 'Overdue now',
                align: 'end',
                value: (one) => one.overdue,
                cell: (one) => <Overdue one={one}>{told(one, 'overdue')}</Overdue>,
              },
            ]}
          />
        )}
      </FaceOf>
      {drawer}
    </Card>
  )
}

function Kept({ one, children }: { one: Line; children: ReactNode }) {
  const judged = one.kept + one.broken
  return (
    <span className="tabular">
      {children}
      {judged > 0 && <span className="ml-1 text-sm text-ink-3">{percent(one.kept / judged, 0)}</span>}
    </span>
  )
}

const Overdue = ({ one, children }: { one: Line; children: ReactNode }) =>
  one.overdue > 0 ? <Badge tone="warn">{children}</Badge> : children
