import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import type { Query } from '../../../engine/query/query.ts'
import { type Answer, type AnswerRow, run } from '../../../engine/query/run.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { titleOf } from '../../attribution/rules.ts'
import { currentSettings } from '../../attribution/server/index.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { Asset, creative } from '../contract.ts'
import { levelOf, sameName, tiredness, type Week } from '../rules.ts'

const by = ['platform', 'campaign', 'ad_group', 'ad']
const figures = [
  'creative_spend',
  'creative_impressions',
  'creative_clicks',
  'creative_click_rate',
  'creative_cost_per_click',
  'creative_conversions',
]

export async function assets(ctx: Ctx, { model, limit, ...range }: In<typeof creative.assets>) {
  await freshen(ctx)
  const ask = await askerOf(ctx, range)
  const chosen = model ?? (await currentSettings(ctx.db)).settings.model
  const metric = `attributed_value_${chosen}`

  const [found, weekly, came] = await Promise.all([
    ask({ metrics: figures, by, limit }),
    ask({ metrics: ['creative_impressions', 'creative_clicks'], by, grain: 'week' }),
    ask({ metrics: ['leads', 'opportunities', 'won_value', metric], by: ['campaign'] }),
  ])

  const weeks = weeksOf(weekly.rows)
  const ofCampaign = new Map(came.rows.map((row) => [sameName(textOf(row.campaign)), row]))
  const items = found.rows
    .filter((row) => by.some((name) => name !== 'platform' && row[name] !== null))
    .map((row) => toAsset(row, weeks.get(keyOf(row)) ?? [], ofCampaign, metric))
  return {
    levels: levelsOf(items),
    model: { id: chosen, title: titleOf(chosen), metric },
    items,
    notes: [...new Set([...found.notes, ...came.notes, ...(found.more ? [leftOut(limit)] : [])])],
    more: found.more,
  }
}

/** Without a limit all rows are answered: weeks that were left out would be the newest. */
type Ask = Pick<Query, 'metrics' | 'by'> & { grain?: 'week'; limit?: number }

async function askerOf(ctx: Ctx, range: Pick<Query, 'from' | 'to'>) {
  const { currency } = await organisation(ctx.db)
  return (asked: Ask): Promise<Answer> =>
    run(
      ctx.use(warehouse),
      ctx.use(catalogue),
      {
        grain: undefined,
        limit: Number.POSITIVE_INFINITY,
        ...asked,
        ...range,
        where: [],
        compare: undefined,
      },
      currency,
    )
}

const leftOut = (limit: number): string =>
  `Only the ${limit.toLocaleString('en')} assets that cost most are listed. Choose a shorter period, or ask for more at once.`

const textOf = (value: AnswerRow[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value)
const keyOf = (row: AnswerRow): string => JSON.stringify(by.map((name) => textOf(row[name])))

function weeksOf(rows: AnswerRow[]): Map<string, Week[]> {
  const all = new Map<string, Week[]>()
  for (const row of rows) {
    const week = {
      week: String(row.week),
      impressions: Number(row.creative_impressions ?? 0),
      clicks: Number(row.creative_clicks ?? 0),
    }
    all.set(keyOf(row), [...(all.get(keyOf(row)) ?? []), week])
  }
  return all
}

type Figures = Pick<Asset, 'spend' | 'impressions' | 'clicks' | 'clickRate' | 'costPerClick' | 'conversions'>
const cellOf = (row: AnswerRow, id: string) => (row[id] ?? null) as Asset['spend']

const figuresOf = (row: AnswerRow): Figures => ({
  spend: cellOf(row, 'creative_spend'),
  impressions: cellOf(row, 'creative_impressions'),
  clicks: cellOf(row, 'creative_clicks'),
  clickRate: cellOf(row, 'creative_click_rate'),
  costPerClick: cellOf(row, 'creative_cost_per_click'),
  conversions: cellOf(row, 'creative_conversions'),
})

function toAsset(
  row: AnswerRow,
  weeks: Week[],
  ofCampaign: ReadonlyMap<string | null, AnswerRow>,
  metric: string,
): Asset {
  const [platform, campaign, adGroup, ad] = by.map((name) => textOf(row[name])) as [
    string | null,
    string | null,
    string | null,
    string | null,
  ]
  const named = sameName(campaign)
  const came = named === null ? undefined : ofCampaign.get(named)
  return {
    id: keyOf(row),
    name: ad ?? adGroup ?? campaign ?? '',
    level: levelOf({ ad, adGroup }),
    platform,
    campaign,
    adGroup,
    ad,
    ...figuresOf(row),
    came: came
      ? {
          leads: cellOf(came, 'leads'),
          opportunities: cellOf(came, 'opportunities'),
          wonValue: cellOf(came, 'won_value'),
          attributedValue: cellOf(came, metric),
        }
      : null,
    weeks: weeks.map(({ week, impressions, clicks }) => ({
      week,
      rate: impressions > 0 ? clicks / impressions : null,
    })),
    tired: tiredness(weeks),
  }
}

const fine = ['ad', 'ad_group', 'campaign'] as const

/** Of each platform the finest level there is, by its name. */
function levelsOf(items: Asset[]) {
  const platforms = [...new Set(items.map((one) => one.platform))].sort()
  return platforms.map((platform) => ({
    platform,
    level: fine.find((level) => items.some((one) => one.platform === platform && one.level === level))!,
  }))
}
