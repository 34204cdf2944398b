import type { ObjectName } from '../../../engine/model.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Warehouse, Writer } from '../../../engine/warehouse.ts'
import type { CompiledPart } from './compile.ts'
import type { NoteValue, Understood } from './tables.ts'

type Reference = { attribute: string; to: ObjectName; by: string }

/** Attributes by which rows of one object name rows of another. */
const references: Partial<Record<ObjectName, Reference[]>> = {
  contact: [{ attribute: 'account_key', to: 'account', by: 'key' }],
  touch: [
    { attribute: 'contact_key', to: 'contact', by: 'key' },
    { attribute: 'email', to: 'contact', by: 'email' },
  ],
  stage_entry: [{ attribute: 'contact_key', to: 'contact', by: 'key' }],
  opportunity: [
    { attribute: 'contact_key', to: 'contact', by: 'key' },
    { attribute: 'account_key', to: 'account', by: 'key' },
    { attribute: 'owner', to: 'owner', by: 'key' },
    { attribute: 'product', to: 'product', by: 'key' },
  ],
  opportunity_contact: [
    { attribute: 'opportunity_key', to: 'opportunity', by: 'key' },
    { attribute: 'contact_key', to: 'contact', by: 'key' },
  ],
  opportunity_stage: [{ attribute: 'opportunity_key', to: 'opportunity', by: 'key' }],
}

/** Lists that others name come first, so that what names them can be held against them. */
const listsFirst = ['account', 'contact', 'owner', 'product', 'opportunity']
const rankOf = (objects: readonly string[]): number =>
  Math.min(
    ...objects.map(
      (object) => (listsFirst.indexOf(object) + listsFirst.length + 1) % (listsFirst.length + 1),
    ),
  )

/** In which order files that land together do. */
export const inOrder = <T extends { objects: readonly string[] }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => rankOf(a.objects) - rankOf(b.objects))

/** For the receipt: how many of the things that the rows of a batch name are known, where not all of them are. */
export async function unknownIn(
  db: Warehouse,
  batch: number,
  objects: readonly string[],
): Promise<NoteValue[]> {
  const notes: NoteValue[] = []
  for (const object of objects as ObjectName[])
    for (const { attribute, to, by } of references[object] ?? []) {
      if ((await db.query(`select 1 from ${mappedTable(to)} where is_current limit 1`)).length === 0) continue
      const own = by === 'email' ? 'true' : 'k.system = p.system'
      const [row] = await db.query<{ named: number; known: number }>(`
        with p as (select distinct system, "${attribute}" as name from (
          select system, "${attribute}" from ${mappedTable(object)} where batch = ${batch} and "${attribute}" is not null limit ${looked}))
        select count(*) as named, count(*) filter (where exists (
          select 1 from ${mappedTable(to)} k where k.is_current and k."${by}" = p.name and ${own})) as known from p`)
      if (row && row.known < row.named)
        notes.push({
          kind: 'warning',
          says: `${row.known.toLocaleString('en')} of ${row.named.toLocaleString('en')} ${to}s known: the others that ${object}.${attribute} names are in no imported list.`,
        })
    }
  return notes
}

/** Enough rows to see whether keys fit; reading ten million twice would tell no more. */
const looked = 100_000

/** How many rows of a part, of the first hundred thousand, name something that has landed already. */
export async function joinsOf(db: Writer, part: CompiledPart, source: string): Promise<Understood['joins']> {
  const found: Understood['joins'] = []
  for (const { attribute, to, by } of references[part.object] ?? []) {
    const value = part.values[attribute]
    if (!value || (await db.query(`select 1 from ${mappedTable(to)} where is_current limit 1`)).length === 0)
      continue
    const own = by === 'email' ? 'true' : `k.system = $1`
    const known = `(select distinct ${by} as name from ${mappedTable(to)} k where k.is_current and $1 is not null and ${own})`
    const [row] = await db.query<{ filled: number; matched: number }>(
      `select count(named) as filled, count(k.name) as matched from (select ${value} as named from ${part.from} limit ${looked}) p left join ${known} k on k.name = p.named`,
      [source],
    )
    if (row && row.filled > 0) found.push({ attribute: `${part.object}.${attribute}`, to, ...row })
  }
  return found
}
