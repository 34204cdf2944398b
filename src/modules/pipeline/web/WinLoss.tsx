import type { Out } from '../../../kernel/contract.ts'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { count, percent } from '../../../ui/format/number.ts'
import { Money, NotKnown } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
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
            <Drawing groups={groups.slice(0, most)} by={by} hint={period.label} />
            <Card>
              <Groups groups={groups} by={by} />
            </Card>
            <Notes notes={asked.data?.notes ?? []} />
          </>
        )}
      </FaceOf>
    </>
  )
}

const nameOf = (one: Group) => one.value ?? 'not said'

function Drawing({ groups, by, hint }: { groups: Group[]; by: string; hint: string }) {
  const isReason = by === 'loss_reason'
  const lost = groups.filter((one) => one.lost > 0)
  const worst = [...lost].sort((a, b) => b.lost - a.lost)[0]
  if (isReason) {
    return (
      <Chart
        title={worst ? `Most is lost for “${nameOf(worst)}”` : 'Nothing was lost'}
        hint={hint}
        kind="bar"
        unit="count"
        isHorizontal
        height={Math.max(160, lost.length * 32)}
        accent={worst && nameOf(worst)}
        categoryTitle="Reason"
        categories={lost.map(nameOf)}
        series={[{ name: 'Lost', values: lost.map((one) => one.lost) }]}
      />
    )
  }
  const judged = groups.filter((one) => one.winRate !== null)
  // Where nothing was ever lost, the source most likely does not tell of losses.
  const comparable = judged.filter((one) => one.value !== null && one.lost > 0)
  const best = [...comparable].sort((a, b) => (b.interval?.[0] ?? 0) - (a.interval?.[0] ?? 0))[0]
  return (
    <Chart
      title={best ? `${nameOf(best)} wins most surely: ${percent(best.winRate ?? 0)}` : 'Win rate'}
      hint={`Won of those decided, ${hint}; judged by the lower end of the 95 % interval`}
      kind="bar"
      unit="ratio"
      isHorizontal
      height={Math.max(160, judged.length * 32)}
      accent={best && nameOf(best)}
      categoryTitle={by.replaceAll('_', ' ')}
      categories={judged.map(nameOf)}
      series={[{ name: 'Win rate', values: judged.map((one) => one.winRate) }]}
    />
  )
}

function Groups({ groups, by }: { groups: Group[]; by: string }) {
  const { set } = useWhere()
  return (
    <DataTable<Group>
      caption={`Won and lost by ${by}`}
      rows={groups}
      rowId={(one) => one.value ?? ' blank'}
      onOpen={(one) => set(by, one.value)}
      columns={[
        { id: 'value', title: by.replaceAll('_', ' '), value: nameOf },
        { id: 'won', title: 'Won', align: 'end', value: (one) => one.won, cell: (one) => count(one.won) },
        { id: 'lost', title: 'Lost', align: 'end', value: (one) => one.lost, cell: (one) => count(one.lost) },
        {
          id: 'rate',
          title: 'Win rate',
          align: 'end',
          value: (one) => one.winRate,
          cell: (one) => <Rate one={one} />,
        },
        {
          id: 'value_won',
          title: 'Won value',
          align: 'end',
          value: (one) => one.wonValue?.amount ?? null,
          cell: (one) =>
            one.wonValue && <Money amount={one.wonValue.amount} currency={one.wonValue.currency} />,
        },
      ]}
    />
  )
}

function Rate({ one }: { one: Group }) {
  if (one.winRate === null) return <NotKnown reason="Nothing was decided." />
  return (
    <span className="tabular whitespace-nowrap">
      <span className="text-ink">{percent(one.winRate)}</span>
      {one.interval && (
        <span className="ml-1 text-sm text-ink-3">{`${percent(one.interval[0], 0)} – ${percent(one.interval[1], 0)}`}</span>
      )}
    </span>
  )
}
