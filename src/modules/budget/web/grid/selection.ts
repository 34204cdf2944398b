import type { Area } from '../../rules.ts'

export type Spot = { row: number; column: number }
export type Selection = { anchor: Spot; head: Spot }

export const lastMonth = 11
export const at = (row: number, column: number): Selection => ({
  anchor: { row, column },
  head: { row, column },
})

export const areaOf = ({ anchor, head }: Selection): Area => ({
  top: Math.min(anchor.row, head.row),
  bottom: Math.max(anchor.row, head.row),
  left: Math.min(anchor.column, head.column),
  right: Math.max(anchor.column, head.column),
})

const held = (value: number, most: number): number => Math.max(0, Math.min(most, value))

/** The spot so many rows and columns away, inside of the grid. */
export const moved = ({ row, column }: Spot, rows: number, columns: number, most: number): Spot => ({
  row: held(row + rows, most),
  column: held(column + columns, lastMonth),
})

const page = 20

/** Where a key leads from a spot; null where it leads nowhere. */
export function stepOf(key: string, spot: Spot, most: number, isFar: boolean): Spot | null {
  switch (key) {
    case 'ArrowUp':
      return isFar ? { ...spot, row: 0 } : moved(spot, -1, 0, most)
    case 'ArrowDown':
      return isFar ? { ...spot, row: most } : moved(spot, 1, 0, most)
    case 'ArrowLeft':
      return isFar ? { ...spot, column: 0 } : moved(spot, 0, -1, most)
    case 'ArrowRight':
      return isFar ? { ...spot, column: lastMonth } : moved(spot, 0, 1, most)
    case 'Home':
      return { row: isFar ? 0 : spot.row, column: 0 }
    case 'End':
      return { row: isFar ? most : spot.row, column: lastMonth }
    case 'PageUp':
      return moved(spot, -page, 0, most)
    case 'PageDown':
      return moved(spot, page, 0, most)
    default:
      return null
  }
}
