import { type Check, type Found, outOf } from '../../../engine/checks.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import { unknownContacts } from './contact-check.ts'
import { unknownNames } from './name-check.ts'

type Count = { n: number }
const count = async (store: Warehouse, sql: string): Promise<number> =>
  (await store.query<Count>(`select count(*) as n ${sql}`))[0]?.n ?? 0

/** A person who was won before becoming a lead: a date is wrong somewhere, and speed figures would be too. */
const wonBeforeLead: Check = {
  kind: 'won-before-lead',
  async look(store) {
    const from = `from mart.funnel f left join mart.opportunity_person p using (contact_id) left join mart.opportunity o on o.opportunity_id = p.opportunity_id
      where f.won_at < f.lead_at and not f.lead_imputed`
    const rows = await count(store, `from mart.funnel where won_at < lead_at and not lead_imputed`)
    if (rows === 0) return []
    const sample = await store.query(
      `select f.entity_id as person, f.lead_on::varchar as lead_on, f.won_on::varchar as won_on, o.key as opportunity ${from} order by f.won_at, f.entity_id, o.key limit 20`,
    )
    const [first] = sample
    return [
      {
        key: 'all',
        severity: 'warning',
        title: 'Won before the first contact',
        says: `${rows === 1 ? 'One contact was' : `${rows} contacts were`} won before becoming a lead (for example ${first?.lead_on} lead, ${first?.won_on} won). They are counted; their time to win counts as 0 days.`,
        object: 'opportunity',
        rows,
        sample,
      },
    ]
  },
}

const closedBeforeOpened: Check = {
  kind: 'closed-before-opened',
  async look(store) {
    const from = `from mart.opportunity where closed_at < opened_at`
    const rows = await count(store, from)
    if (rows === 0) return []
    const sample = await store.query(
      `select key, name, opened_on::varchar as opened_on, closed_on::varchar as closed_on ${from} order by opportunity_id limit 20`,
    )
    const says = `${rows} opportunities were closed before they were opened.`
    return [
      {
        key: 'all',
        severity: 'warning',
        title: 'Closed before opened',
        says,
        object: 'opportunity',
        rows,
        sample,
      },
    ]
  },
}

/** Sales people of whom the imported opportunities know nothing. */
const idleOwners: Check = {
  kind: 'owner-without-opportunities',
  async look(store) {
    const from = `from ${mappedTable('owner')} w where w.is_current
      and w.system in (select system from ${mappedTable('opportunity')} where is_current and owner is not null)
      and not exists (select 1 from ${mappedTable('opportunity')} o where o.is_current and o.system = w.system and o.owner in (w.key, w.name))`
    const rows = await count(store, from)
    if (rows === 0) return []
    const sample = await store.query(
      `select w.key as sales_person, w.manager, w.region ${from} order by 1, w.system limit 20`,
    )
    const says = `${rows} sales people have no opportunity in what was imported.`
    return [
      {
        key: 'all',
        severity: 'info',
        title: 'Sales people without opportunities',
        says,
        object: 'owner',
        rows,
        sample,
      },
    ]
  },
}

const fields = [
  {
    key: 'account',
    column: 'coalesce(account, raw_account)',
    filter: 'true',
    title: 'Opportunities without an account',
  },
  {
    key: 'amount',
    column: 'amount',
    filter: "outcome = 'won'",
    title: 'Won opportunities without an amount',
  },
  {
    key: 'opened_at',
    column: 'opened_at',
    filter: "outcome = 'open'",
    title: 'Open opportunities without an opening date',
  },
  {
    key: 'closed_at',
    column: 'closed_at',
    filter: "outcome <> 'open'",
    title: 'Closed opportunities without a close date',
  },
]

const blanks: Check = {
  kind: 'blank-field',
  async look(store) {
    const found = await Promise.all(
      fields.map(async ({ key, column, filter, title }): Promise<Found[]> => {
        const [row] = await store.query<{ n: number; blank: number }>(
          `select count(*) as n, count(*) - count(${column}) as blank from mart.opportunity where ${filter}`,
        )
        if (!row || row.blank === 0) return []
        const sample = await store.query(
          `select key, name, owner, stage from mart.opportunity where ${filter} and ${column} is null order by opportunity_id limit 20`,
        )
        const severity = row.blank / row.n > 0.2 ? 'warning' : 'info'
        return [
          {
            key,
            severity,
            title,
            says: `${outOf(row.blank, row.n)} are blank.`,
            object: 'opportunity',
            rows: row.blank,
            sample,
          },
        ]
      }),
    )
    return found.flat()
  },
}

export const pipelineChecks = [
  wonBeforeLead,
  closedBeforeOpened,
  unknownNames,
  unknownContacts,
  idleOwners,
  blanks,
]
