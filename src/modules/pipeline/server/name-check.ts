import type { Check, Found } from '../../../engine/checks.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import { jaroWinkler } from '../../../methods/similarity.ts'

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
export const unknownNames: Check = {
  kind: 'unknown-name',
  async look(store) {
    return (await Promise.all(lookups.map((lookup) => namesMissing(store, lookup)))).flat()
  },
}

async function namesMissing(store: Warehouse, { kind, object, column, word }: Lookup): Promise<Found[]> {
  const missing = await store.query<{ system: string; raw: string; n: number; sample: string[] }>(`
    select o.system, o."${column}" as raw, count(*) as n, list(o.key order by o.key)[1:5] as sample
    from ${mappedTable('opportunity')} o
    left join mart.word w on w.kind = '${kind}' and w.raw = lower(o."${column}")
    where o.is_current and o."${column}" is not null
      and o.system in (select system from ${mappedTable(object)} where is_current)
      and not exists (select 1 from ${mappedTable(object)} k where k.is_current and k.system = o.system and k.key = coalesce(w.value, o."${column}"))
    group by 1, 2 order by 3 desc, 1, 2 limit 2000`)
  if (missing.length === 0) return []
  const known = await store.query<{ system: string; key: string }>(
    `select distinct system, key from ${mappedTable(object)} where is_current order by 1, 2 limit 20000`,
  )
  if (missing.length > most) return [many(missing, kind, word)]
  const named = missing.map((one) => ({
    ...one,
    near: nearest(
      one.raw,
      known.filter(({ system }) => system === one.system).map(({ key }) => key),
    ),
  }))
  const strangers = named.filter(({ near }) => near === null)
  const alone = strangers.length > 1 ? named.filter(({ near }) => near !== null) : named
  const one = ({ system, raw, n, sample, near }: (typeof named)[number]): Found => {
    return {
      key: `${kind}/${system}/${raw}`,
      severity: near ? ('problem' as const) : ('warning' as const),
      title: near ? `“${raw}” is probably “${near}”` : `“${raw}” is not among the ${word}`,
      says: `${n.toLocaleString('en')} opportunities of ${system} name the ${kind} “${raw}”, which the imported ${word} do not have.`,
      source: system,
      object: 'opportunity',
      rows: n,
      sample: sample.map((key) => ({ opportunity: key, [kind]: raw })),
      ...(near ? { fix: { kind, raw, value: near } } : {}),
    }
  }
  return [...alone.map(one), ...(strangers.length > 1 ? [many(strangers, kind, word)] : [])]
}

/** Above so many, nobody goes through them one by one. */
const most = 25

function many(missing: { system: string; raw: string; n: number }[], kind: string, word: string): Found {
  const rows = missing.reduce((sum, one) => sum + one.n, 0)
  const says = `${rows.toLocaleString('en')} opportunities name ${missing.length.toLocaleString('en')} ${kind}s that the imported ${word} do not have.`
  const sample = missing
    .slice(0, 20)
    .map(({ raw, n, system }) => ({ [kind]: raw, opportunities: n, source: system }))
  return {
    key: `${kind}/many`,
    severity: 'warning',
    title: `${missing.length.toLocaleString('en')} ${word} are missing`,
    says,
    object: 'opportunity',
    rows,
    sample,
  }
}

/** The known name that is most alike, if it is alike enough to be meant. */
function nearest(raw: string, known: string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  // Numbers tell things apart: A-1001 is not a mistyped A-1002.
  const digits = (text: string) => text.replace(/\D/g, '')
  const ranked = known
    .filter((name) => digits(name) === digits(raw))
    .map((name) => ({
      name,
      score: plain(name) === plain(raw) ? 1 : jaroWinkler(raw.toLowerCase(), name.toLowerCase()),
    }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  return best && best.score >= 0.92 && best.score - (second?.score ?? 0) > 0.01 ? best.name : null
}
