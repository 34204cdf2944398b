import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { WhereBar } from '../../../ui/where/WhereBar.tsx'
import { useValues } from '../../metrics/web/index.ts'
import { useNothing } from '../../pipeline/web/index.ts'
import type { Report } from '../contract.ts'
import { CreditTable } from './CreditTable.tsx'
import type { Asked } from './explain.ts'
import { wordOf } from './finding.ts'
import { Intervals } from './Intervals.tsx'
import { ModelPicker, ModelWords } from './ModelPicker.tsx'
import { RangeChart } from './RangeChart.tsx'
import { Sourced } from './Sourced.tsx'
import { creditSlot } from './slots.ts'
import { useModel, useReport } from './useReport.ts'

/** A range, not a truth: what every model says of each channel, and the figures of the chosen one. */
export function Credit() {
  const { asked, asking, period, setBy } = useReport()
  const nothing = useNothing(
    'sales',
    'Import opportunities and touches to see which touches led to sales.',
    'won',
  )
  const { data } = asked
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={data?.rows.length === 0 && asking.where.length === 0 && nothing}
    >
      {() => data && <Full report={data} asking={asking} hint={period.label} setBy={setBy} />}
    </FaceOf>
  )
}

type FullProps = { report: Report; asking: Asked; hint: string; setBy: (by: string) => void }

function Full({ report, asking, hint, setBy }: FullProps) {
  const [model, setModel] = useModel(report.model)
  const dimensions = report.dimensions.map((value) => ({ value, label: wordOf(value) }))
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Select
          label="Credit by"
          value={asking.by}
          options={dimensions.map(({ value, label }) => ({ value, label: `By ${label}` }))}
          onChange={setBy}
        />
        <ModelPicker model={model} chosen={report.model} onChange={setModel} />
        <WhereBar dimensions={dimensions} useValues={useValues} />
      </div>
      <div className="flex flex-col gap-1">
        <ModelWords model={model} />
        {creditSlot.all.map((Part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are added once, at start
          <Part key={index} model={model} />
        ))}
      </div>
      <RangeChart report={report} model={model} hint={hint} asked={asking} />
      {asking.by === 'channel' && <Intervals />}
      <Notes notes={report.notes} />
      {report.rows.length > 0 && <CreditTable report={report} model={model} asking={asking} />}
      {asking.by === 'channel' && <Sourced report={report} asking={asking} />}
    </>
  )
}
