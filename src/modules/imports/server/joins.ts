import type { ObjectName } from '../../../engine/model.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { CompiledPart } from './compile.ts'
import type { Understood } from './tables.ts'

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
