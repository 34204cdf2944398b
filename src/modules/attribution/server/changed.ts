import { mappedTable, rowName } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { Settings } from '../contract.ts'
import { metSql } from './journey-mart.ts'
import type { Part } from './journey-touches.ts'

const touch = mappedTable('touch')

/** What has to be built anew: opportunities and people by id, and their touches. */
export type Changed = Part & {
  people: string
  hasOpportunities: boolean
  /** The touches that came, where none of before counts no more: what people did before is known already. */
  added: string | null
}

/** What the touches of some batches bear on, and those that no longer count because of them. */
export async function changedBy(db: Writer, batches: number[], settings: Settings): Promise<Changed> {
  const numbers = batches.join(', ')
  await db.run(`create or replace temp table changed_touch as ${cameSql(numbers)}`)
  const gone = await db.run(`insert into temp.changed_touch ${goneSql(numbers)}`)
  await db.run(`create or replace temp table changed_person as ${people}`)
  await db.run(`create or replace temp table changed_opportunity as ${opportunities(settings)}`)
  const [found] = await db.query<{ n: number }>('select count(*) as n from temp.changed_opportunity')
  const hasOpportunities = found?.n !== 0
  if (hasOpportunities || gone > 0) await gather(db, gone > 0)
  return {
    met: 'temp.concerned_touch',
    ids: 'select opportunity_id from temp.changed_opportunity',
    people: 'select contact_id from temp.changed_person',
    hasOpportunities,
    added: gone > 0 ? null : `(select * from ${metSql} where batch in (${numbers}))`,
  }
}

/** All touches of those whose journeys or paths are built anew: a pass over everything, for which there is not always a need. */
async function gather(db: Writer, isOfEverybody: boolean): Promise<void> {
  await db.run(
    `create or replace temp table concerned_person as ${isOfEverybody ? concernedPeople : members}`,
  )
  await db.run(`create or replace temp table concerned_key as ${keys(isOfEverybody)}`)
  await db.run(`create or replace temp table concerned_touch as ${concerned}`)
}

export async function forgetChanged(db: Writer): Promise<void> {
  const tables = ['touch', 'person', 'opportunity'].map((name) => `changed_${name}`)
  for (const table of [...tables, 'concerned_person', 'concerned_key', 'concerned_touch'])
    await db.run(`drop table if exists temp.${table}`)
}

const named = 'system, contact_key, email, account_key, "at"'

const cameSql = (batches: string): string => `select ${named} from ${touch} where batch in (${batches})`

/** Touches of before that the new ones say anew. */
const goneSql = (batches: string): string => `
  select ${named} from ${touch} t
  where not t.is_current and t.batch not in (${batches})
    and (${isAlsoIn(batches, rowName)} or ${isAlsoIn(batches, 'print')})`

const isAlsoIn = (batches: string, name: string): string =>
  `(t.system, ${name}) in (select (system, ${name}) from ${touch} where batch in (${batches}))`

/** People go by the id of their key, without one by their e-mail address, else by the key itself. */
const people = `
  select distinct coalesce(i.contact_id, 'e:' || t.email, t.system || ':' || t.contact_key) as contact_id
  from temp.changed_touch t left join mart.contact_identity i on i.system = t.system and i.key = t.contact_key
  where t.contact_key is not null or t.email is not null`

/** Only touches within the window of a close change a journey. */
function opportunities({ windowDays }: Settings): string {
  const within = `t."at" <= m.closes_at and t."at" >= m.closes_at - interval ${windowDays} day`
  return `
    select distinct m.opportunity_id
    from temp.changed_touch t left join mart.contact_identity i on i.system = t.system and i.key = t.contact_key
    join mart.journey_member m on m.contact_id = coalesce(i.contact_id, 'e:' || t.email) where ${within}
    union
    select distinct m.opportunity_id
    from temp.changed_touch t join mart.account_identity i on i.system = t.system and i.key = t.account_key
    join mart.opportunity o on o.account_id = i.account_id join mart.journey_member m on m.opportunity_id = o.opportunity_id
    where t.contact_key is null and t.email is null and ${within}`
}

/** What journeys and paths are made of. */
const columns =
  't.batch, t.row_no, t.system, t.contact_key, t.email, t.account_key, t."at", t.channel, t.campaign, t.is_direct'

const members =
  'select distinct contact_id from mart.journey_member where opportunity_id in (select opportunity_id from temp.changed_opportunity)'
const concernedPeople = `select contact_id from temp.changed_person union ${members}`

const keys = (isOfEverybody: boolean): string => `
  select system, key from mart.contact_identity where contact_id in (select contact_id from temp.concerned_person)
  ${isOfEverybody ? 'union select system, contact_key from temp.changed_touch where contact_key is not null' : ''}`

/** One pass over all touches for those of known keys; the few without are looked for by address and account. */
const concerned = `
  select ${columns} from ${metSql} t semi join temp.concerned_key k on k.system = t.system and k.key = t.contact_key
  union all
  select ${columns} from (select * from ${metSql} where email is not null) t
  anti join temp.concerned_key k on k.system = t.system and k.key = t.contact_key
  where 'e:' || t.email in (select contact_id from temp.concerned_person)
  union all
  select ${columns} from (select * from ${metSql} where contact_key is null and email is null) t semi join (
    select i.system, i.key from mart.account_identity i join mart.opportunity o using (account_id)
    where o.opportunity_id in (select opportunity_id from temp.changed_opportunity)) a on a.system = t.system and a.key = t.account_key`
