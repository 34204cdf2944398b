import type { Writer } from '../../../engine/warehouse.ts'
import { isLost, isMisspelt, misspelt, unmappedSource } from './files-sql.ts'
import type { Frame } from './generate.ts'
import {
  acceptanceSla,
  type Channel,
  channelNames,
  channels,
  demoCompany,
  outage,
  type Steps,
  steps,
  unpromptedShare,
} from './plan.ts'

export type DemoTruth = {
  company: string
  size: string
  seed: number
  from: string
  until: string
  /** What the files hold, counted from the generator's own tables. */
  totals: Totals
  /** The planted effect of each channel: the chance that one engaged touch makes an MQL, at 25 touches per person. */
  channels: Record<Channel, { word: string; label: string; utm: string; effect: number }>
  /** What would be missing without a channel, as the vocabulary reads channels: those whose every spark it gave. */
  incremental: Record<string, { mqls: number; opportunities: number; won: number }>
  /** Chance that a lead becomes an MQL with no touch to thank, for a person of ordinary keenness. */
  unpromptedShare: number
  /** Share of all leads that become an MQL in the end, by first channel, known without waiting. */
  leadToMql: Record<Channel, { leads: number; mqls: number; rate: number }>
  /** Planted chance and waiting time of each later step, by first channel, before the draw towards the quarter's end. */
  steps: Record<Channel, Steps>
  /** MQLs accepted later than the agreed days. */
  sla: { days: number; breaches: number }
  outage: { month: string; channels: Channel[]; lostTouches: number; doubled: string; spendFactor: number }
  defects: {
    misspeltProduct: { right: string; wrong: string; rows: number }
    unmappedSource: { source: string; rows: number }
    wonBeforeLead: { opportunities: string[] }
    blankEmails: number
  }
}

type Totals = Record<
  'people' | 'mql' | 'sal' | 'sql' | 'opportunities' | 'won' | 'lost' | 'wonValue' | 'touches',
  number
> & {
  spend: Record<string, number>
  rejected: number
}

/** The truth that no export shows: what was planted, and what the files hold. */
export async function truthOf(db: Writer, frame: Frame): Promise<DemoTruth> {
  const { size, seed, from, until, cut, broken } = frame
  const one = async <T>(query: string) => (await db.query(query))[0] as T
  const tracked = channelNames.filter((name) => channels[name].isTracked)

  return {
    company: demoCompany.name,
    size,
    seed,
    from,
    until,
    totals: { ...(await one<Totals>(totals(cut))), spend: await spends(db) },
    channels: planted(),
    incremental: await incremental(db, cut),
    unpromptedShare,
    leadToMql: await leadTruth(db),
    steps,
    sla: await one(
      `select ${acceptanceSla} as days, count(*)::int as breaches from people where sal_at < '${cut}' and sal_at > mql_at + interval ${acceptanceSla} day`,
    ),
    outage: {
      month: broken,
      channels: tracked,
      ...(await one<{ lostTouches: number }>(
        `select count(*)::int as "lostTouches" from touches join sorts using (code) where ${isLost(broken)}`,
      )),
      doubled: 'meta_ads',
      spendFactor: outage.spendFactor,
    },
    defects: await defects(db, frame),
  }
}

const totals = (cut: string): string => `
  select (select count(*) from people where lead_at < '${cut}')::int as people,
    (select count(*) from people where mql_at < '${cut}')::int as mql,
    (select count(*) from people where sal_at < '${cut}')::int as sal,
    (select count(*) from people where sql_at < '${cut}')::int as sql,
    (select count(*) from people where coalesce(rejected_at, disqualified_at) < '${cut}')::int as rejected,
    (select count(*) from deals where opened_at < '${cut}')::int as opportunities,
    (select count(*) from deals where is_won and closes_at < '${cut}')::int as won,
    (select count(*) from deals where not is_won and closes_at < '${cut}')::int as lost,
    (select sum(amount) from deals where is_won and closes_at < '${cut}')::bigint as "wonValue",
    (select count(*) from shown)::int as touches`

async function spends(db: Writer): Promise<Record<string, number>> {
  const rows = await db.query<{ platform: string; spend: number }>(
    'select platform, sum(spend::decimal(18, 2))::double as spend from ad_days group by platform order by platform',
  )
  return Object.fromEntries(rows.map(({ platform, spend }) => [platform, spend]))
}

function planted(): DemoTruth['channels'] {
  const entries = channelNames.map((name) => {
    const { word, label, utm, effect } = channels[name]
    return [name, { word, label, utm, effect }]
  })
  return Object.fromEntries(entries)
}

async function incremental(db: Writer, cut: string): Promise<DemoTruth['incremental']> {
  const rows = await db.query<{ only: string; mqls: number; opportunities: number; won: number }>(`
    select "only", count(*)::int as mqls, count(*) filter (opportunity_at < '${cut}')::int as opportunities,
      count(*) filter (is_won and closes_at < '${cut}')::int as won
    from people where mql_at < '${cut}' and "only" is not null group by "only"`)
  const words = [...new Set(channelNames.map((name) => channels[name].word))]
  const entries = words.map((word) => {
    const { mqls = 0, opportunities = 0, won = 0 } = rows.find(({ only }) => only === word) ?? {}
    return [word, { mqls, opportunities, won }]
  })
  return Object.fromEntries(entries)
}

async function leadTruth(db: Writer): Promise<DemoTruth['leadToMql']> {
  const rows = await db.query<{ origin: string; leads: number; mqls: number }>(
    'select origin, count(*)::int as leads, count(mql_at)::int as mqls from people group by origin',
  )
  const entries = channelNames.map((name) => {
    const { leads = 0, mqls = 0 } = rows.find(({ origin }) => origin === name) ?? {}
    return [name, { leads, mqls, rate: leads ? mqls / leads : 0 }]
  })
  return Object.fromEntries(entries)
}

async function defects(db: Writer, { size, cut }: Frame): Promise<DemoTruth['defects']> {
  const [counts] = await db.query<{ wrong: number; unmapped: number; blank: number; early: string[] }>(`
    select (select count(*) from deals where opened_at < '${cut}' and ${isMisspelt(size)})::int as wrong,
      (select count(*) from shown where (what >> 16) & 1023 < 3)::int as unmapped,
      (select count(*) from people where is_blank and lead_at < '${cut}')::int as blank,
      (select list('006BM' || lpad(i::varchar, 10, '0') order by i) from early) as early`)
  return {
    misspeltProduct: { ...misspelt, rows: counts!.wrong },
    unmappedSource: { source: unmappedSource, rows: counts!.unmapped },
    wonBeforeLead: { opportunities: counts!.early },
    blankEmails: counts!.blank,
  }
}
