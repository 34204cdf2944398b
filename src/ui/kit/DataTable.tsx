import type { ReactNode } from 'react'
import { cx } from '../classes.ts'
import { type Column, seen } from '../list/columns.ts'

export type DataTableProps<Row> = {
  columns: Column<Row>[]
  rows: Row[]
  rowId: (row: Row, index: number) => string
  /** Said to screen readers; shown with `hasCaption`. */
  caption: string
  hasCaption?: boolean
  /** One cell for each column by its id; what cannot be summed says so here. */
  footer?: Record<string, ReactNode>
  onOpen?: (row: Row) => void
  /** In px; more rows scroll. */
  maxHeight?: number
}

/** A small table whose rows are all there; long ones belong into a List. */
export function DataTable<Row>({
  columns,
  rows,
  rowId,
  caption,
  hasCaption,
  footer,
  onOpen,
  maxHeight,
}: DataTableProps<Row>) {
  const shown = columns.filter((column) => !column.isHidden)
  const side = (column: Column<Row>) => (column.align === 'end' ? 'text-right' : 'text-left')
  return (
    // Positioned, or words for screen readers in cells out of sight would widen the whole page.
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="quiet-scroll relative overflow-auto"
      style={{ maxHeight }}
    >
      <table className="w-full border-collapse">
        <caption className={hasCaption ? 'pb-2 text-left font-medium' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            {shown.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx('px-3 py-2 font-normal whitespace-nowrap first:pl-0 last:pr-0', side(column))}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={rowId(row, index)}
              className={cx('border-b border-line last:border-0', onOpen && 'hover:bg-hover')}
            >
              {shown.map((column, place) => (
                <td
                  key={column.id}
                  className={cx(
                    'h-(--row) px-3 first:pl-0 last:pr-0',
                    side(column),
                    place > 0 && 'text-ink-2',
                  )}
                >
                  {place === 0 && onOpen ? (
                    <button
                      type="button"
                      onClick={() => onOpen(row)}
                      className="rounded-sm text-left font-medium hover:underline"
                    >
                      {printed(column, row)}
                    </button>
                  ) : (
                    printed(column, row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <tr className="border-t border-line-strong font-medium">
              {shown.map((column) => (
                <td key={column.id} className={cx('h-(--row) px-3 first:pl-0 last:pr-0', side(column))}>
                  {footer[column.id]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

const printed = <Row,>(column: Column<Row>, row: Row): ReactNode =>
  column.cell ? column.cell(row) : seen(column.value(row))
