import { DataTable } from '../kit/DataTable.tsx'
import type { Column } from '../list/columns.ts'
import { t } from '../messages/index.ts'
import type { Picked } from './pick.ts'
import type { ChartSpec } from './shape.ts'
import { pickedBy, twinColumns, twinRows } from './twin.ts'

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
    if (!onSelect) return column
    const told = (at: number) => (column.cell ? column.cell(at) : String(column.value(at) ?? ''))
    return {
      ...column,
      cell: (at) => {
        const picked = pickedBy(spec, column.id, at)
        if (!picked) return told(at)
        return (
          <button
            type="button"
            onClick={() => onSelect(picked)}
            aria-label={`${t('figure.explain', { label: `${column.title}, ${picked.category}` })}: ${told(at)}`}
            className="rounded-sm hover:text-accent-ink hover:underline"
          >
            {told(at)}
          </button>
        )
      },
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
