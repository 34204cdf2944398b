import type { ReactNode } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Picked } from '../../../ui/chart/pick.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { being } from '../../../ui/where/where.ts'
import { pipeline } from '../contract.ts'
import { useNothing } from './NothingYet.tsx'
import { useCohort, useDimensions } from './useCohort.ts'
import { Where } from './Where.tsx'

type Group = Out<typeof pipeline.winLoss>['groups'][number]
const usual = ['loss_reason', 'owner', 'manager', 'product', 'segment']
const most = 20

/** Who and what wins, and why the rest is lost. */
export function WinLoss() {
  const [by, setBy] = useUrl('by', 'loss_reason')
  const { cohort, period } = useCohort()
  const asked = useQuery(pipeline.winLoss, { ...cohort, by })
  const nothing = useNothing('decided opportunities')
  const groups = asked.data?.groups ?? []
  const dimensions = useDimensions()
  const first = usual.map((value) => ({ value, label: `By ${value.replaceAll('_', ' ')}` }))
  const others = dimensions
    .filter((one) => !usual.includes(one.value))
    .map((one) => ({ value: one.value, label: `By ${one.label}` }))
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Select label="By" value={by} options={[...first, ...others]} onChange={setBy} />
        <Where />
      </div>
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={groups.length === 0 && nothing}
      >
        {() => (
          <>
            <Drawing groups={groups.slice(0, most)} by={by} hint={period.label} cohort={cohort} />
            <Card>
              <Groups groups={groups} by={by} cohort={cohort} />
            </Card>
            <Notes notes={asked.data?.notes ?? []} />
          </>
        )}
      </FaceOf>
    </>
  )
}

const nameOf = (one: Group) => one.value ?? 'not said'

type Range = ReturnType<typeof useCohort>['cohort']
type GroupsProps = { groups: Group[]; by: string; cohort: Range }

/** One metric of one group, as Explain takes it. */
const told = (metric: string, { by, cohort }: Pick<GroupsProps, 'by' | 'cohort'>, one: Group) => ({
  metric,
  ...cohort,
  where: [...cohort.where, being(by, one.value)],
})

function Drawing({ groups, by, hint, cohort }: GroupsProps & { hint: string }) {
  const { explain, drawer } = useExplaining()
  const isReason = by === 'loss_reason'
  const drawn = groups.filter((one) => (isReason ? one.lost > 0 : one.winRate !== null))
  const Bars = isReason ? Losses : Rates
  return (
    <>
      <Bars
        drawn={drawn}
        by={by}
        hint={hint}
        onSelect={({ index }) => {
          const one = drawn[index]
          if (one) explain(told(isReason ? 'lost' : 'win_rate', { by, cohort }, one))
        }}
      />
      {drawer}
    </>
  )
}

type BarsProps = { drawn: Group[]; by: string; hint: string; onSelect: (picked: Picked) => void }

function Losses({ drawn, hint, onSelect }: BarsProps) {
  const worst = [...drawn].sort((a, b) => b.lost - a.lost)[0]
  return (
    <Chart
      title={worst ? `Most is lost for “${nameOf(worst)}”` : 'Nothing was lost'}
      hint={hint}
      kind="bar"
      unit="count"
      isHorizontal
      height={Math.max(160, drawn.length * 32)}
      accent={worst && nameOf(worst)}
      categoryTitle="Reason"
      categories={drawn.map(nameOf)}
      series={[{ name: 'Lost', values: drawn.map((one) => one.lost) }]}
      onSelect={onSelect}
    />
  )
}

function Rates({ drawn, by, hint, onSelect }: BarsProps) {
  // Where nothing was ever lost, the source most likely does not tell of losses.
  const comparable = drawn.filter((one) => one.value !== null && one.lost > 0)
  const best = [...comparable].sort((a, b) => (b.interval?.[0] ?? 0) - (a.interval?.[0] ?? 0))[0]
  return (
    <Chart
      title={best ? `${nameOf(best)} wins most surely: ${percent(best.winRate ?? 0)}` : 'Win rate'}
      hint={`Won of those decided, ${hint}; judged by the lower end of the 95 % interval`}
      kind="bar"
      unit="ratio"
      isHorizontal
      height={Math.max(160, drawn.length * 32)}
      accent={best && nameOf(best)}
      categoryTitle={by.replaceAll('_', ' ')}
      categories={drawn.map(nameOf)}
      series={[{ name: 'Win rate', values: drawn.map((one) => one.winRate) }]}
      onSelect={onSelect}
    />
  )
}

function Groups({ groups, by, cohort }: GroupsProps) {
  const { set } = useWhere()
  const cell = (metric: string, label: string, unit: Unit, value: (one: Group) => number | null) => ({
    id: metric,
    title: label,
    align: 'end' as const,
    value,
    cell: (one: Group) => (
      <InlineFigure
        label={`${label}, ${nameOf(one)}`}
        value={value(one)}
        unit={unit}
        currency={one.wonValue?.currency}
        reason={unit === 'ratio' ? 'Nothing was decided.' : 'Nothing was won, or in several currencies.'}
        explain={told(metric, { by, cohort }, one)}
      />
    ),
  })
  const rate = cell('win_rate', 'Win rate', 'ratio', (one) => one.winRate)
  return (
    <DataTable<Group>
      caption={`Won and lost by ${by}`}
      rows={groups}
      rowId={(one) => one.value ?? ' blank'}
      onOpen={(one) => set(by, one.value)}
      columns={[
        { id: 'value', title: by.replaceAll('_', ' '), value: nameOf },
        cell('won', 'Won', 'count', (one) => one.won),
        cell('lost', 'Lost', 'count', (one) => one.lost),
        { ...rate, cell: (one) => <WithInterval one={one}>{rate.cell(one)}</WithInterval> },
        cell('won_value', 'Won value', 'money', (one) => one.wonValue?.amount ?? null),
      ]}
    />
  )
}

const WithInterval = ({ one, children }: { one: Group; children: ReactNode }) => (
  <span className="whitespace-nowrap">
    <span className="text-ink">{children}</span>
    {one.interval && (
      <span className="tabular ml-1 text-sm text-ink-3">{`${percent(one.interval[0], 0)} – ${percent(one.interval[1], 0)}`}</span>
    )}
  </span>
)
