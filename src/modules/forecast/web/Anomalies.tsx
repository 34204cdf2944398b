import { Link } from '@tanstack/react-router'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { figure as printFigure } from '../../../ui/format/figure.ts'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { type Derived, useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Anomaly, forecast } from '../contract.ts'

/** Weeks in which a watched figure moved unusually, and who has looked at them. */
export function Anomalies() {
  const asked = useQuery(forecast.anomalies, {})
  const canAct = useCan()('forecast:act')
  const names = asked.data?.watched.map((one) => one.title.toLowerCase()).join(', ')
  return (
    <Card
      title="Anomalies"
      hint={`Watched week by week: ${names ?? '…'}. One in ten alarms is expected to be a false one.`}
      actions={canAct && <LookNow />}
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          asked.data?.items.length === 0 && {
            children: 'Nothing has moved unusually. The last whole week is looked at every morning.',
          }
        }
      >
        {() => (
          <DataTable<Anomaly>
            caption="Anomalies"
            rows={asked.data?.items ?? []}
            rowId={(one) => one.id}
            columns={[...columns, seen(canAct)]}
          />
        )}
      </FaceOf>
    </Card>
  )
}

function LookNow() {
  const watch = useCommand(forecast.watch, { alsoRefresh: ['activity'] })
  const look = async () => {
    const done = await watch.run({})
    if (!done) return
    const n = done.found.length
    toast(n === 0 ? 'Nothing new' : n === 1 ? 'One anomaly' : `${n} anomalies`)
  }
  return (
    <Button small isBusy={watch.isRunning} onClick={() => void look()}>
      Look now
    </Button>
  )
}

const figure = (id: 'actual' | 'expected', title: string): Column<Anomaly> => ({
  id,
  title,
  align: 'end',
  value: (one) => one[id],
  cell: (one) => (
    <InlineFigure
      label={`${one.title}, ${title.toLowerCase()}`}
      value={one.unit === 'count' ? Math.round(one[id]) : one[id]}
      unit={one.unit}
      explain={{
        metric: one.metric,
        from: one.from,
        to: one.to,
        ...(id === 'expected' ? { derived: expectedOf(one) } : {}),
      }}
    />
  ),
})

const expectedOf = (one: Anomaly): Derived => ({
  label: `${one.title}, expected`,
  value: one.expected,
  unit: one.unit,
  definition: 'What the weeks before led to expect of this one; the rows are those that came.',
  formula: 'forecast of the week from the weeks before it',
  parts: [{ name: 'Came', value: printFigure(one.actual, one.unit) }],
})

const columns: Column<Anomaly>[] = [
  { id: 'says', title: 'What', value: (one) => one.says },
  figure('actual', 'Came'),
  figure('expected', 'Expected'),
  {
    id: 'why',
    title: '',
    value: () => '',
    cell: (one) => (
      <Link
        to="/changes"
        search={{ metric: one.metric, period: `${one.from}..${one.to}` } as never}
        className="whitespace-nowrap text-accent-ink hover:underline"
      >
        What changed
      </Link>
    ),
  },
]

const seen = (canAct: boolean): Column<Anomaly> => ({
  id: 'seen',
  title: 'Seen',
  value: (one) => one.seen?.by ?? null,
  cell: (one) => <Seen one={one} canAct={canAct} />,
})

function Seen({ one, canAct }: { one: Anomaly; canAct: boolean }) {
  const see = useCommand(forecast.seeAnomaly)
  if (one.seen)
    return (
      <span className="whitespace-nowrap">
        {`${one.seen.by}, `}
        <When at={one.seen.at} />
      </span>
    )
  if (!canAct) return <span className="text-ink-3">not yet</span>
  return (
    <Button
      small
      look="quiet"
      isBusy={see.isRunning}
      aria-label={`Seen: ${one.says}`}
      onClick={() => void see.run({ id: one.id })}
    >
      Seen
    </Button>
  )
}
