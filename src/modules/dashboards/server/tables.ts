import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Board, BoardLine, Tile } from '../contract.ts'
import {
  type Asker,
  type Held,
  sharedWith,
  type Whom,
  whyNotChange,
  whyNotRemove,
  whyNotShare,
} from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    dashboards_boards: {
      id: string
      name: string
      description: string
      owner_id: string
      owner_name: string
      shared_with: Whom
      shared_roles: string[]
      tiles: { items: Tile[] }
      version: number
      changed_by: string
      changed_at: Date
      removed_at: Date | null
    }
  }
}

export type BoardRow = Selectable<Tables['dashboards_boards']>

export const toHeld = (row: BoardRow): Held => ({
  ownerId: row.owner_id,
  with: row.shared_with,
  roles: row.shared_roles,
})

/** What is said of a dashboard depends on who asks. */
export type Reader = Asker & { roleNames: ReadonlyMap<string, string> }

export function toLine(row: BoardRow, reader: Reader): BoardLine {
  const held = toHeld(row)
  const names = row.shared_roles.flatMap((id) => reader.roleNames.get(id) ?? [])
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    tiles: row.tiles.items.length,
    owner: { id: row.owner_id, name: row.owner_name },
    sharing: { with: row.shared_with, roles: row.shared_roles },
    sharedWith: sharedWith(held, names),
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at.toISOString(),
    whyNot: {
      change: whyNotChange(held, reader),
      share: whyNotShare(held, reader),
      remove: whyNotRemove(held, reader),
    },
  }
}

export const toBoard = (row: BoardRow, reader: Reader): Board => ({
  ...toLine(row, reader),
  tiles: row.tiles.items,
})
