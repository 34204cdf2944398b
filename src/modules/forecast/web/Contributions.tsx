import { Chart } from '../../../ui/chart/Chart.tsx'
import type { Picked } from '../../../ui/chart/pick.ts'
import { useExplaining } from '../../../ui/figure/useExplain.tsx'
import type { Change } from '../contract.ts'
import { printedChange } from '../rules.ts'
import { changeRequest } from './change-parts.ts'
import { segmentName, useSegmentWhere } from './Segments.tsx'

const mostBars = 12

/** What each segment contributed, the largest first. */
export function Contributions({ data }: { data: Change }) {
  const { explain, drawer } = useExplaining()
  const whereOf = useSegmentWhere(data)
  const shown = data.segments.slice(0, mostBars)
  const [largest] = shown
  const { unit, currency } = data
  const title = largest
    ? `${segmentName(largest)} changed most: ${printedChange(largest.change, unit, currency)}`
    : 'What each contributed'
  const pick = ({ index }: Picked) => {
    const line = shown[index]
    if (line) explain(changeRequest(data, line, 'change', segmentName(line), whereOf(line)))
  }
  return (
    <>
      <Chart
        onSelect={pick}
        title={title}
        hint={`Contribution to the change of ${data.title.toLowerCase()} by ${data.by.replaceAll('_', ' ')}`}
        kind="bar"
        isHorizontal
        unit={unit}
        currency={currency ?? undefined}
        height={Math.max(140, shown.length * 32)}
        accent={largest && segmentName(largest)}
        categoryTitle={data.by.replaceAll('_', ' ')}
        categories={shown.map(segmentName)}
        series={[{ name: 'Change', values: shown.map((one) => one.change) }]}
      />
      {drawer}
    </>
  )
}
