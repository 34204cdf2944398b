import { adCampaigns, campaignNames } from './campaigns.ts'
import { type Channel, channelNames, type DemoSize, outage, sizes } from './plan.ts'
import { valuesTable } from './sql.ts'

/** Campaigns in the order in which touches number them. */
export const campaignsOf = (channel: Channel): readonly string[] =>
  campaignNames[channel] ?? adCampaigns.filter((ad) => ad.channel === channel).map(({ name }) => name)

/**
 * Names of campaigns by number and month (months since year 0), with year, quarter and month filled in; before an ad
 * campaign starts, its elder serves.
 */
export function programmes(months: readonly string[]): string[] {
  const rows = channelNames.flatMap((channel, c) => {
    const ads = adCampaigns.filter((ad) => ad.channel === channel)
    const own = campaignsOf(channel)
    return own.flatMap((template, n) =>
      months.map((month, m) => {
        const isStarted = (ads[n]?.startsAfter ?? 0) * months.length <= m
        const [year, number] = month.split('-').map(Number) as [number, number]
        return [c * 100 + n, year * 12 + number - 1, isStarted ? filled(template, month) : own[0]!, channel]
      }),
    )
  })
  return [
    valuesTable('programme_names', ['campaign', 'month', 'name', 'channel'], rows),
    'create table programmes as select campaign::int as campaign, month::int as month, name, channel from programme_names',
  ]
}

function filled(template: string, month: string): string {
  const [year, number] = month.split('-') as [string, string]
  return template
    .replace('{Y}', year)
    .replace('{M}', number)
    .replace('{Q}', `Q${Math.ceil(Number(number) / 3)}`)
}

export const adTable = (): string =>
  valuesTable(
    'ads',
    [
      'n',
      'platform',
      'id',
      'name',
      'type',
      'daily',
      'click_cost',
      'click_rate',
      'conversion_rate',
      'starts_after',
    ],
    adCampaigns.map((ad, n) => [
      n,
      ad.platform,
      ad.id,
      ad.name,
      ad.type,
      ad.daily,
      ad.clickCost,
      ad.clickRate,
      ad.conversionRate,
      ad.startsAfter,
    ]),
  )

const scaleOf = (size: DemoSize): number => Math.max(0.02, sizes[size].contacts / sizes.small.contacts)

/** Spend of each ad campaign by day: the season of the year, quiet weekends, a push before the quarter's end. */
export const adDays = (size: DemoSize, broken: string): string => `
  create table ad_days as
  with paced as (
    select ads.*, days.day, (row_number() over (partition by ads.n order by days.day))::int as nth,
      weight / (select avg(weight) from days) as pace, date_trunc('quarter', days.day) + interval 3 month - days.day as to_go
    from ads cross join days
  ), spent as (
    select *, daily * ${scaleOf(size)} * (0.35 + 0.65 * pace) * case when to_go < interval 21 day then 1.28 else 1 end
      * exp(0.14 * gauss(n::int * 10000 + nth, 201)) as real_spend
    from paced where nth > starts_after * 1096
  ), clicked as (
    select *, greatest(1, round(real_spend / (click_cost * exp(0.1 * gauss(n::int * 10000 + nth, 202)))))::int as clicks from spent
  )
  select n::int as n, platform, id, name, type, day, clicks,
    round(real_spend * case when platform = 'meta_ads' and strftime(day, '%Y-%m') = '${broken}' then ${outage.spendFactor} else 1 end, 2) as spend,
    (clicks / (click_rate * exp(0.08 * gauss(n::int * 10000 + nth, 203))))::int as impressions,
    floor(clicks * conversion_rate + u(n::int * 10000 + nth, 204))::int as conversions
  from clicked order by n, day`

const groups: readonly (string | number)[][] = [
  ['Organic Search', 620, 0.64, 0.021],
  ['Direct', 410, 0.58, 0.017],
  ['Paid Search', 290, 0.61, 0.034],
  ['Paid Social', 240, 0.38, 0.009],
  ['Email', 180, 0.71, 0.028],
  ['Referral', 95, 0.62, 0.024],
  ['Organic Social', 130, 0.44, 0.008],
  ['Display', 60, 0.29, 0.004],
  ['Unassigned', 22, 0.31, 0.002],
]

/** Web figures by day and channel group; none for the broken month. */
export const webDays = (size: DemoSize, broken: string): string[] => [
  valuesTable(
    'web_groups',
    ['n', 'name', 'daily', 'engaged', 'converting'],
    groups.map((group, n) => [n, ...group]),
  ),
  `create table web_days as
  with visits as (
    select web_groups.*, day, greatest(0, round(daily * ${scaleOf(size)} * weight / (select avg(weight) from days)
      * exp(0.12 * gauss(n::bigint * 100000 + (day - date '2000-01-01'), 211))))::int as sessions
    from web_groups cross join days where strftime(day, '%Y-%m') <> '${broken}'
  )
  select n::int as n, name, day, sessions, (sessions * 0.83)::int as users, (sessions * engaged)::int as engaged,
    (sessions * 6.4)::int as events, (sessions * converting)::int as conversions
  from visits order by day, n`,
]
