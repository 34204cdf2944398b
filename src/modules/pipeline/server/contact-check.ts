import { type Check, type Found, outOf } from '../../../engine/checks.ts'
import type { ObjectName } from '../../../engine/model.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'

const namers: { object: ObjectName; words: string; column: string }[] = [
  { object: 'opportunity', words: 'opportunities', column: 'key' },
  { object: 'opportunity_contact', words: 'contacts of opportunities', column: 'opportunity_key' },
]

/** What names a contact by a key that no imported contact of its system has: such a join finds nobody. */
export const unknownContacts: Check = {
  kind: 'unknown-contact',
  async look(store) {
    const [list] = await store.query(`select 1 from ${mappedTable('contact')} where is_current limit 1`)
    return list ? (await Promise.all(namers.map((namer) => unknownBy(store, namer)))).flat() : []
  },
}

async function unknownBy(
  store: Warehouse,
  { object, words, column }: (typeof namers)[number],
): Promise<Found[]> {
  const from = `from ${mappedTable(object)} o left join mart.contact_identity i on i.system = o.system and i.key = o.contact_key
    where o.is_current and o.contact_key is not null`
  const [row] = await store.query<{ n: number; lost: number; keys: number; known: number }>(`
    select count(*) as n, count(*) filter (where i.key is null) as lost,
      count(distinct (o.system, o.contact_key)) filter (where i.key is null) as keys,
      count(distinct (o.system, o.contact_key)) as known ${from}`)
  if (!row || row.lost === 0) return []
  const sample = await store.query(
    `select o."${column}" as opportunity, o.contact_key as contact, o.system as source ${from} and i.key is null order by o.batch, o.row_no limit 20`,
  )
  return [
    {
      key: object,
      severity: row.lost / row.n > 0.1 ? 'problem' : 'warning',
      title: `${words[0]?.toUpperCase()}${words.slice(1)} name unknown contacts`,
      says: `${outOf(row.lost, row.n)} ${words} name ${outOf(row.keys, row.known)} contacts by a key that the imported contacts of the same source do not have (for example ${String(sample[0]?.contact)}). Import those contacts, or map the column that holds their key.`,
      object,
      rows: row.lost,
      sample,
    },
  ]
}
