import { type Check, type Found, outOf } from '../../../engine/checks.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import { jaroWinkler } from '../../../methods/similarity.ts'

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
      `select f.entity_id as person, f.lead_on::varchar as lead_on, f.won_on::varchar as won_on, o.key as opportunity ${from} order by f.won_at limit 20`,
    )
    const [first] = sample
    return [
      {
        key: 'all',
        severity: 'warning',
        title: 'Won before the first contact',
        says: `${rows === 1 ? 'One deal was' : `${rows} deals were`} won before the lead began (for example ${first?.lead_on} lead, ${first?.won_on} won). They are counted; their time to win counts as 0 days.`,
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
      `select key, name, opened_on::varchar as opened_on, closed_on::varchar as closed_on ${from} limit 20`,
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

type Lookup = {
  kind: 'product' | 'owner' | 'account'
  object: 'product' | 'owner' | 'account'
  column: string
  word: string
}
const lookups: Lookup[] = [
  { kind: 'product', object: 'product', column: 'product', word: 'products' },
  { kind: 'owner', object: 'owner', column: 'owner', word: 'sales people' },
  { kind: 'account', object: 'account', column: 'account_key', word: 'accounts' },
]

/** Opportunities that name a product, owner or account which the imported list does not have. */
const unknownNames: Check = {
  kind: 'unknown-name',
  async look(store) {
    return (await Promise.all(lookups.map((lookup) => namesMissing(store, lookup)))).flat()
  },
}

async function namesMissing(store: Warehouse, { kind, object, column, word }: Lookup): Promise<Found[]> {
  const missing = await store.query<{ system: string; raw: string; n: number; sample: string[] }>(`
    select o.system, o."${column}" as raw, count(*) as n, list(o.key)[1:5] as sample
    from ${mappedTable('opportunity')} o
    left join mart.word w on w.kind = '${kind}' and w.raw = lower(o."${column}")
    where o.is_current and o."${column}" is not null
      and o.system in (select system from ${mappedTable(object)} where is_current)
      and not exists (select 1 from ${mappedTable(object)} k where k.is_current and k.system = o.system and k.key = coalesce(w.value, o."${column}"))
    group by 1, 2 order by 3 desc limit 2000`)
  if (missing.length === 0) return []
  const known = await store.query<{ system: string; key: string }>(
    `select distinct system, key from ${mappedTable(object)} where is_current limit 20000`,
  )
  if (missing.length > 25) return [many(missing, kind, word)]
  return missing.map(({ system, raw, n, sample }) => {
    const near = nearest(
      raw,
      known.filter((one) => one.system === system).map((one) => one.key),
    )
    return {
      key: `${kind}/${system}/${raw}`,
      severity: near ? ('problem' as const) : ('warning' as const),
      title: near ? `“${raw}” is probably “${near}”` : `“${raw}” is not among the ${word}`,
      says: `${n.toLocaleString('en')} opportunities of ${system} name the ${kind} “${raw}”, which the imported ${word} do not have.`,
      source: system,
      object: 'opportunity',
      rows: n,
      sample: itemsOf(sample).map((key) => ({ opportunity: key, [kind]: raw })),
      ...(near ? { fix: { kind, raw, value: near } } : {}),
    }
  })
}

const itemsOf = (list: unknown): string[] =>
  Array.isArray(list) ? list : ((list as { items?: string[] })?.items ?? [])

function many(missing: { system: string; raw: string; n: number }[], kind: string, word: string): Found {
  const rows = missing.reduce((sum, one) => sum + one.n, 0)
  const says = `${rows.toLocaleString('en')} opportunities name ${missing.length.toLocaleString('en')} ${kind}s that the imported ${word} do not have.`
  const sample = missing
    .slice(0, 20)
    .map(({ raw, n, system }) => ({ [kind]: raw, opportunities: n, source: system }))
  return {
    key: `${kind}/many`,
    severity: 'warning',
    title: `Many ${word} are missing`,
    says,
    object: 'opportunity',
    rows,
    sample,
  }
}

/** The known name that is most alike, if it is alike enough to be meant. */
function nearest(raw: string, known: string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  const ranked = known
    .map((name) => ({
      name,
      score: plain(name) === plain(raw) ? 1 : jaroWinkler(raw.toLowerCase(), name.toLowerCase()),
    }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  return best && best.score >= 0.92 && best.score - (second?.score ?? 0) > 0.01 ? best.name : null
}

/** Sales people of whom the imported opportunities know nothing. */
const idleOwners: Check = {
  kind: 'owner-without-deals',
  async look(store) {
    const from = `from ${mappedTable('owner')} w where w.is_current
      and w.system in (select system from ${mappedTable('opportunity')} where is_current and owner is not null)
      and not exists (select 1 from ${mappedTable('opportunity')} o where o.is_current and o.system = w.system and o.owner in (w.key, w.name))`
    const rows = await count(store, from)
    if (rows === 0) return []
    const sample = await store.query(
      `select w.key as sales_person, w.manager, w.region ${from} order by 1 limit 20`,
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
  { column: 'account', filter: 'true', title: 'Opportunities without an account' },
  { column: 'amount', filter: "outcome = 'won'", title: 'Won opportunities without an amount' },
  { column: 'opened_at', filter: "outcome = 'open'", title: 'Open opportunities without an opening date' },
  { column: 'closed_at', filter: "outcome <> 'open'", title: 'Closed opportunities without a close date' },
]

const blanks: Check = {
  kind: 'blank-field',
  async look(store) {
    const found = await Promise.all(
      fields.map(async ({ column, filter, title }): Promise<Found[]> => {
        const [row] = await store.query<{ n: number; blank: number }>(
          `select count(*) as n, count(*) - count(${column}) as blank from mart.opportunity where ${filter}`,
        )
        if (!row || row.blank === 0) return []
        const sample = await store.query(
          `select key, name, owner, stage from mart.opportunity where ${filter} and ${column} is null limit 20`,
        )
        const severity = row.blank / row.n > 0.2 ? 'warning' : 'info'
        return [
          {
            key: column,
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

export const pipelineChecks = [wonBeforeLead, closedBeforeOpened, unknownNames, idleOwners, blanks]
