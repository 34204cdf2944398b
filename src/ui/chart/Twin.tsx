import { DataTable } from '../kit/DataTable.tsx'
import type { Column } from '../list/columns.ts'
import { t } from '../messages/index.ts'
import type { Picked } from './pick.ts'
import type { ChartSpec } from './shape.ts'
import { twinColumns, twinRows } from './twin.ts'

type TwinProps = {
  spec: ChartSpec
  categoryTitle: string
  caption: string
  maxHeight: number
  onSelect?: (picked: Picked) => void
}

/** The chart as a table; what can be picked in the one can be picked in the other. */
export function Twin({ spec, categoryTitle, caption, maxHeight, onSelect }: TwinProps) {
  const columns = twinColumns(spec, categoryTitle).map((column): Column<number> => {
    const index = spec.series.findIndex((_, place) => column.id === `s${place}`)
    const series = spec.series[index]
    if (!onSelect || !series) return column
    return {
      ...column,
      cell: (at) =>
        series.values[at] === null || series.values[at] === undefined ? (
          column.cell?.(at)
        ) : (
          <button
            type="button"
            onClick={() => onSelect({ category: spec.categories[at] ?? '', series: series.name, index: at })}
            aria-label={`${t('figure.explain', { label: `${series.name}, ${spec.categories[at]}` })}`}
            className="rounded-sm hover:text-accent-ink hover:underline"
          >
            {column.cell?.(at)}
          </button>
        ),
    }
  })
  return (
    <DataTable
      maxHeight={maxHeight}
      columns={columns}
      rows={twinRows(spec)}
      rowId={(at) => String(at)}
      caption={caption}
    />
  )
}
