import { Wallet } from 'lucide-react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { budget } from '../contract.ts'
import { AddLine } from './AddLine.tsx'
import { BudgetActions } from './BudgetActions.tsx'
import { Grid } from './grid/Grid.tsx'
import { type Measure, measures, measureTitles } from './grid/rows.ts'
import { Totals } from './Totals.tsx'
import { type Shown, useSheet } from './useLines.ts'

export default function BudgetPage() {
  const [year, setYear] = useUrl('year')
  const [show, setShow] = useUrl('show')
  const can = useCan()
  const asked = useSheet(year)
  const all = useQuery(budget.years, {})
  const open = useCommand(budget.openYear)
  const next = all.data?.next
  const openNext = next && can('budget:control') && (
    <Button
      look={asked.data?.year ? 'secondary' : 'primary'}
      isBusy={open.isRunning}
      onClick={() => void open.run({ day: next.startsOn }).then((opened) => opened && setYear(opened.id))}
    >
      {`Open ${next.label}`}
    </Button>
  )
  const { data } = asked
  return (
    <Page
      isFlush="wide"
      title="Budget"
      description="Line by line, month by month."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        data?.year && (
          <BudgetActions year={data.year} hasLines={data.lines.length > 0} onAdd={() => setShow('new')} />
        )
      }
      empty={
        data?.year === null && {
          icon: <Wallet size={24} />,
          children: openNext
            ? 'There is no budget yet. Open the fiscal year, then add lines or hand in a table.'
            : 'There is no budget yet. Whoever controls the budget opens the fiscal year.',
          action: openNext,
        }
      }
    >
      {() =>
        data?.year && (
          <>
            <Bar data={data} years={all.data?.items ?? []} onYear={setYear}>
              {openNext}
            </Bar>
            <Body data={data} onAdd={() => setShow('new')} />
            {show === 'new' && <AddLine year={data.year} onClose={() => setShow('')} />}
          </>
        )
      }
    </Page>
  )
}

type BarProps = {
  data: Shown
  years: { id: string; label: string }[]
  onYear: (id: string) => void
  children: React.ReactNode
}

function Bar({ data, years, onYear, children }: BarProps) {
  const [measure, setMeasure] = useMeasure()
  const year = data.year!
  return (
    <div className="flex shrink-0 flex-col gap-3 px-(--gutter) pb-3">
      <Totals data={data} />
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label="Fiscal year"
          options={years.map(({ id, label }) => ({ value: id, label }))}
          value={year.id}
          onChange={onYear}
        />
        <Badge tone={year.state === 'approved' ? 'good' : 'info'} hasMark>
          {year.state === 'approved' ? `Plan approved by ${year.approvedBy}` : 'Plan in draft'}
        </Badge>
        <Segmented
          label="What the months show"
          value={measure}
          onChange={setMeasure}
          options={measures.map((value) => ({ value, label: measureTitles[value] }))}
        />
        <span className="flex-1" />
        {children}
      </div>
      <Notes notes={data.notes} />
    </div>
  )
}

function useMeasure(): [Measure, (measure: Measure) => void] {
  const [said, set] = useUrl('measure', 'forecast')
  return [measures.find((one) => one === said) ?? 'forecast', set]
}

function Body({ data, onAdd }: { data: Shown; onAdd: () => void }) {
  const can = useCan()
  const [measure] = useMeasure()
  if (data.lines.length === 0)
    return (
      <div className="flex flex-col items-start gap-3 px-(--gutter) py-6">
        <p className="text-ink-2">The budget of {data.year!.label} has no line yet.</p>
        {can('budget:write') && (
          <Button look="primary" onClick={onAdd}>
            Add a line
          </Button>
        )}
      </div>
    )
  return (
    <Grid
      key={data.year!.id}
      year={data.year!}
      lines={data.lines}
      measure={measure}
      mayWrite={can('budget:write')}
    />
  )
}
