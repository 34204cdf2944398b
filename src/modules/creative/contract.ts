import { z } from 'zod'
import { contract, route } from '../../kernel/contract.ts'
import { ModelId } from '../attribution/contract.ts'
import { Value } from '../metrics/contract.ts'

const text = z.string()
const count = z.number().int()
const Level = z.enum(['ad', 'ad_group', 'campaign'])

/** What came of a campaign in the funnel; of its advertisements alone nobody can say. */
const Came = z.object({ leads: Value, opportunities: Value, wonValue: Value, attributedValue: Value })

export const Asset = z.object({
  /** Names it among the assets of this answer. */
  id: text,
  name: text,
  level: Level,
  platform: text.nullable(),
  campaign: text.nullable(),
  adGroup: text.nullable(),
  ad: text.nullable(),
  spend: Value,
  impressions: Value,
  clicks: Value,
  clickRate: Value,
  costPerClick: Value,
  conversions: Value,
  /** By campaign name, the same for each of its advertisements; null where no lead or sale names it. */
  came: Came.nullable(),
  weeks: z.array(z.object({ week: text, rate: z.number().nullable() })),
  /** Says that people tire of it; null where the weeks do not show it. */
  tired: text.nullable(),
})
export type Asset = z.infer<typeof Asset>

export const creative = contract('creative', {
  assets: route({
    method: 'GET',
    path: '/creative',
    access: 'metrics:read',
    summary:
      'Each advertisement, ad group or campaign: what it cost, how people took it week by week, what came of it',
    input: z.object({
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** The attribution model of the value; the organisation’s unless said. */
      model: ModelId.optional(),
      limit: count.min(1).max(2000).default(500),
    }),
    output: z.object({
      /** The finest level each platform’s export has. */
      levels: z.array(z.object({ platform: text.nullable(), level: Level })),
      model: z.object({ id: ModelId, title: text, metric: text }),
      items: z.array(Asset),
      notes: z.array(text),
      more: z.boolean(),
    }),
  }),
})
