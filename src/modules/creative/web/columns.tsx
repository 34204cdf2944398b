import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { being, type Condition } from '../../../ui/where/where.ts'
import { amountOf, currencyOf } from '../../metrics/web/index.ts'
import type { Asset } from '../contract.ts'
import type { Answer } from './Weeks.tsx'

type Range = { from?: string; to?: string }
type Unit = 'count' | 'money' | 'ratio'
type Figure = { id: string; title: string; metric: string; unit: Unit; of: (one: Asset) => Asset['spend'] }

/** The conditions that name one asset; the campaign alone for what came of it. */
function whereOf(one: Asset, levels: Answer['levels'], isCampaign: boolean): Condition[] {
  if (isCampaign) return [{ dimension: 'campaign', is: 'in', values: [one.campaign] }]
  // Where nothing finer was exported, a blank ad says nothing and would only lower the grade.
  const isFinest = levels.some(({ platform, level }) => platform === one.platform && level === one.level)
  const names = [
    being('platform', one.platform),
    being('campaign', one.campaign),
    being('ad_group', one.adGroup),
    being('ad', one.ad),
  ]
  return names.filter(({ values }) => !isFinest || values[0] !== null)
}

const own: Figure[] = [
  { id: 'spend', title: 'Spend', metric: 'creative_spend', unit: 'money', of: (one) => one.spend },
  {
    id: 'impressions',
    title: 'Impressions',
    metric: 'creative_impressions',
    unit: 'count',
    of: (one) => one.impressions,
  },
  { id: 'clicks', title: 'Clicks', metric: 'creative_clicks', unit: 'count', of: (one) => one.clicks },
  { id: 'ctr', title: 'CTR', metric: 'creative_click_rate', unit: 'ratio', of: (one) => one.clickRate },
  {
    id: 'cpc',
    title: 'Cost per click',
    metric: 'creative_cost_per_click',
    unit: 'money',
    of: (one) => one.costPerClick,
  },
  {
    id: 'conversions',
    title: 'Conversions',
    metric: 'creative_conversions',
    unit: 'count',
    of: (one) => one.conversions,
  },
]

const came = (attributed: string): Figure[] => [
  { id: 'leads', title: 'Leads', metric: 'leads', unit: 'count', of: (one) => one.came?.leads ?? null },
  {
    id: 'opportunities',
    title: 'Opportunities',
    metric: 'opportunities',
    unit: 'count',
    of: (one) => one.came?.opportunities ?? null,
  },
  {
    id: 'won',
    title: 'Won value',
    metric: 'won_value',
    unit: 'money',
    of: (one) => one.came?.wonValue ?? null,
  },
  {
    id: 'attributed',
    title: 'Attributed',
    metric: attributed,
    unit: 'money',
    of: (one) => one.came?.attributedValue ?? null,
  },
]

const unnamed = 'No lead or sale of the period names this campaign.'

const columnOf = (
  { id, title, metric, unit, of }: Figure,
  range: Range,
  levels: Answer['levels'],
  isCampaign: boolean,
): Column<Asset> => ({
  id,
  title: isCampaign ? `${title} (campaign)` : title,
  align: 'end',
  width: isCampaign ? 144 : 96,
  value: (one) => amountOf(of(one)),
  cell: (one) => (
    <InlineFigure
      label={`${title} of ${isCampaign ? one.campaign : one.name}`}
      value={amountOf(of(one))}
      unit={unit}
      currency={currencyOf(of(one))}
      reason={isCampaign ? unnamed : 'There is nothing to divide by.'}
      explain={{ metric, ...range, where: whereOf(one, levels, isCampaign) }}
    />
  ),
})

export const columnsOf = ({ model, levels }: Answer, range: Range): Column<Asset>[] => [
  {
    id: 'name',
    title: 'Advertisement',
    width: 240,
    value: (one) => one.name,
    cell: (one) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{one.name}</span>
        {one.tired && <Badge tone="warn">tired</Badge>}
      </span>
    ),
  },
  { id: 'platform', title: 'Platform', value: (one) => one.platform?.replaceAll('_', ' '), width: 110 },
  ...own.map((one) => columnOf(one, range, levels, false)),
  ...came(model.metric).map((one) => columnOf(one, range, levels, true)),
  {
    id: 'campaign',
    title: 'Campaign',
    value: (one) => one.campaign,
    width: 180,
    isHidden: levels.every(({ level }) => level === 'campaign'),
  },
  { id: 'group', title: 'Ad group', value: (one) => one.adGroup, width: 150, isHidden: true },
  { id: 'tired', title: 'Said of its weeks', value: (one) => one.tired, width: 300, isHidden: true },
]
