import { Chart } from '../../../ui/chart/Chart.tsx'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { day } from '../../../ui/format/when.ts'
import type { Parts } from './CycleTab.tsx'

/** Week by week: what came, what was done, and what of it had not been planned. */
export function Weeks({ data, period, show }: Parts) {
  const weeks = data.weeks.map((one) => day(one.from))
  const total = (of: (week: (typeof data.weeks)[number]) => number) =>
    data.weeks.reduce((all, one) => all + of(one), 0)
  const [done, reactive, added] = [
    total((one) => one.done),
    total((one) => one.reactive),
    total((one) => one.added),
  ]
  const share = done === 0 ? null : (done - reactive) / done
  return (
    <>
      <FigureRow>
        <Figure
          label="Done as planned"
          value={share}
          unit="ratio"
          period={period}
          outOf={{ part: done - reactive, whole: done, of: 'done' }}
          reason="Nothing was finished in this period."
          onExplain={() =>
            show({
              ...{ label: 'Done as planned', value: share, unit: 'ratio' as const, lines: data.cycle },
              definition: 'The share of finished items that had been planned and did not come in between.',
              formula: `${done - reactive} planned ÷ ${done} done`,
            })
          }
        />
        <Figure
          label="More came than was done"
          value={added - done}
          unit="count"
          period={period}
          onExplain={() =>
            show({
              ...{
                label: 'More came than was done',
                value: added - done,
                unit: 'count' as const,
                lines: data.cycle,
              },
              definition: 'Items added in the period, less those done in it: by how much the work grew.',
              formula: `${added} added − ${done} done`,
            })
          }
        />
      </FigureRow>
      <Chart
        title="Done by the week"
        hint="Planned, and what came in between"
        kind="stacked"
        unit="count"
        categories={weeks}
        series={[
          { name: 'Planned', values: data.weeks.map((one) => one.planned), isAccent: true },
          { name: 'Came in between', values: data.weeks.map((one) => one.reactive) },
        ]}
      />
      <Chart
        title="Added and done"
        hint="Where more is added than done, what is open grows"
        kind="line"
        unit="count"
        isFromZero
        categories={weeks}
        series={[
          { name: 'Added', values: data.weeks.map((one) => one.added) },
          { name: 'Done', values: data.weeks.map((one) => one.done), isAccent: true },
        ]}
      />
    </>
  )
}
