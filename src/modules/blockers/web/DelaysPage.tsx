import { useState } from 'react'
import { Chart } from '../../../ui/chart/Chart.tsx'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { blockers, causeNames, type Ledger } from '../contract.ts'

type Line = Ledger['lines'][number]
type Shown = { label: string; lines: Line[] }

export default function DelaysPage() {
  const period = usePeriod()
  const asked = useQuery(blockers.ledger, { from: period.startsOn, to: period.endsOn })
  const [shown, show] = useState<Shown | null>(null)
  const { data } = asked
  return (
    <Page
      title="Delays"
      description="Days that items stood blocked: by ourselves, and by others."
      crumbs={[{ title: 'Blockers', path: '/blockers' }]}
      hasPeriod
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        data?.lines.length === 0 && {
          children: 'Nothing was blocked in this period, as far as anybody said so.',
        }
      }
    >
      {() => (
        <>
          {data && <Shares data={data} period={period.label} show={show} />}
          {shown && <Behind shown={shown} period={period.label} onClose={() => show(null)} />}
        </>
      )}
    </Page>
  )
}

type SharesProps = { data: Ledger; period: string; show: (shown: Shown) => void }
function Shares({ data, period, show }: SharesProps) {
  const of = (label: string, keep: (line: Line) => boolean) => () =>
    show({ label, lines: data.lines.filter(keep) })
  const figure = (label: string, value: number, keep: (line: Line) => boolean) => (
    <Figure label={label} value={value} unit="days" period={period} onExplain={of(label, keep)} />
  )
  return (
    <>
      <FigureRow>
        {figure('Days lost', data.days, () => true)}
        {figure('By ourselves', data.internal, (line) => line.kind === 'internal')}
        {figure('By others', data.external, (line) => line.kind === 'external')}
      </FigureRow>
      <Bars
        title="By cause"
        parts={data.causes}
        onSelect={(name) => of(name, (line) => causeNames[line.cause] === name)()}
      />
      <Bars
        title="By whom"
        parts={data.parties}
        onSelect={(name) => of(name, (line) => line.party === name)()}
      />
      <Notes
        notes={[
          'An item that is blocked by several at once loses a day once: they share it evenly.',
          'Calendar days from the moment it was said until it ended; what is open counts until now.',
        ]}
      />
    </>
  )
}

type BarsProps = { title: string; parts: { name: string; days: number }[]; onSelect: (name: string) => void }
const Bars = ({ title, parts, onSelect }: BarsProps) => (
  <Chart
    title={`${title}: ${parts[0] ? `${parts[0].name} cost most` : 'nothing'}`}
    hint="Days that items stood blocked"
    kind="bar"
    unit="days"
    categories={parts.map((one) => one.name)}
    series={[{ name: 'Days', values: parts.map((one) => Math.round(one.days * 10) / 10) }]}
    {...(parts[0] ? { accent: parts[0].name } : {})}
    onSelect={({ category }) => onSelect(category)}
  />
)

const columns: Column<Line>[] = [
  { id: 'item', title: 'Item', value: (one) => one.item, width: 100 },
  { id: 'reason', title: 'Reason', value: (one) => one.reason },
  { id: 'party', title: 'By whom', value: (one) => one.party },
  { id: 'days', title: 'Days', value: (one) => Math.round(one.days * 10) / 10, align: 'end', width: 80 },
  { id: 'workaround', title: 'Way around', value: (one) => one.workaround || '–' },
]

const Behind = ({ shown, period, onClose }: { shown: Shown; period: string; onClose: () => void }) => (
  <ExplainDrawer<Line>
    isOpen
    onClose={onClose}
    figure={{ label: shown.label, value: shown.lines.reduce((all, one) => all + one.days, 0), unit: 'days' }}
    definition="Days that items stood blocked within the period, shared evenly where several blocked one item at once."
    formula="Σ over blockers of the time they stood ÷ blockers of the same item at that moment"
    period={period}
    rows={{ columns, rows: shown.lines, rowId: (one) => one.id, total: shown.lines.length }}
  />
)
