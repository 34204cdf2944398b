import { columnsOf, mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { Mart } from '../../imports/server/index.ts'
import { isOwnDomain } from '../rules.ts'

/**
 * Which account a source's row stands for: the same web domain is the same company, unless anybody may have mail there;
 * else each source's own key.
 */
const accounts: Mart = {
  name: 'account',
  async build(db) {
    await db.run(`
      create or replace table mart.account_identity as
      select system, key, any_value(if(${isOwnDomain('domain')}, 'd:' || domain, system || ':' || key)) as account_id
      from ${mappedTable('account')} where is_current and not coalesce(is_deleted, false) group by system, key`)
    await merged(db, 'account', 'account_identity', 'account_id', [])
    await db.run(`
      create or replace table mart.account_domain as
      select domain, any_value(account_id) as account_id from mart.account where ${isOwnDomain('domain')} group by domain`)
  },
}

/**
 * Which person a source's row stands for: the same e-mail address is the same person; a lead follows the contact it
 * was converted into; else each source's own key. The decisions are kept with their reason.
 */
const contacts: Mart = {
  name: 'contact',
  async build(db) {
    const contact = mappedTable('contact')
    const own = `coalesce('e:' || c.email, c.system || ':' || c.key)`
    const counted = 'c.is_current and not coalesce(c.is_deleted, false)'
    await db.run(`
      create or replace table mart.contact_identity as
      with converted as (
        select c.system, c.key, any_value(coalesce('e:' || o.email, o.system || ':' || o.key)) as contact_id
        from ${contact} c join ${contact} o on o.system = c.system and o.key = c.contact_key
        where ${counted} and o.is_current and c.email is null and c.contact_key is not null and c.contact_key <> c.key
        group by c.system, c.key)
      select c.system, c.key, any_value(coalesce(v.contact_id, ${own})) as contact_id,
        any_value(case when c.email is not null then 'e-mail' when v.key is not null then 'converted lead' else 'source key' end) as reason
      from ${contact} c left join converted v on v.system = c.system and v.key = c.key
      where ${counted} group by c.system, c.key`)
    await merged(db, 'contact', 'contact_identity', 'contact_id', earliest)
    await db.run(`
      create or replace table mart.person as
      select c.*, a.account_id, coalesce(m.name, c.account_name) as company, m.industry,
        coalesce(c.country, m.country) as account_country, coalesce(c.segment, m.segment) as account_segment
      from mart.contact c
      left join mart.account_identity k on k.system = c.system and k.key = c.account_key
      left join mart.account_domain d on d.domain = split_part(c.email, '@', 2)
      left join mart.account m on m.account_id = coalesce(k.account_id, d.account_id)
      left join lateral (select coalesce(k.account_id, d.account_id) as account_id) a on true`)
  },
}

const earliest = ['created_at', 'lead_at', 'mql_at', 'sal_at', 'sql_at', 'opportunity_at', 'won_at']

/** One row a thing: of rows with the same identity the newest filled value counts, of dates the earliest. */
async function merged(
  db: Writer,
  object: 'account' | 'contact',
  identity: string,
  id: string,
  first: string[],
): Promise<void> {
  const names = columnsOf(object)
  const source = `from ${mappedTable(object)} m join mart.${identity} i on i.system = m.system and i.key = m.key
    where m.is_current and not coalesce(m.is_deleted, false)`
  const carried = ['system', 'batch', 'row_no', ...names]
  const single = carried.map((name) => `m."${name}"`).join(', ')
  const newest = '(m.batch::bigint * 1000000000 + m.row_no)'
  const many = carried
    .map((name) => (first.includes(name) ? `min(m."${name}")` : `arg_max(m."${name}", ${newest})`))
    .join(', ')
  await db.run(`
    create or replace table mart.${object} as
    with shared as (select ${id} from mart.${identity} group by ${id} having count(*) > 1)
    select i.${id}, ${single} ${source} and i.${id} not in (select ${id} from shared)
    union all
    select i.${id}, ${many} ${source} and i.${id} in (select ${id} from shared) group by i.${id}`)
}

export const audienceMarts = [accounts, contacts]
