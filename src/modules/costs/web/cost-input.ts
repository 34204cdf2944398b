import { z } from 'zod'
import { minorDigits } from '../../../methods/money.ts'
import type { Cost } from '../contract.ts'
import { kinds, monthEnd } from '../rules.ts'

/** What the form holds: the amount in whole units, blanks left out. */
export const CostDraft = z.object({
  kind: z.enum(kinds),
  amount: z.number('is a number').positive('is more than 0'),
  currency: z.string(),
  repeats: z.enum(['once', 'monthly']),
  startsOn: z.iso.date('is a day'),
  endsOn: z.iso.date('is a day').optional(),
  channel: z.string().optional(),
  campaign: z.string().optional(),
  note: z.string().optional(),
})
export type CostDraft = z.infer<typeof CostDraft>

export function toSaid({ amount, channel, campaign, endsOn, note, ...rest }: CostDraft) {
  const currency = rest.currency.trim().toUpperCase()
  return {
    ...rest,
    currency,
    minor: Math.round(amount * 10 ** minorDigits(currency)),
    channel: channel ?? null,
    campaign: campaign ?? null,
    endsOn: endsOn ?? null,
    note: note ?? '',
  }
}

export const wholeOf = ({ minor, currency }: Pick<Cost, 'minor' | 'currency'>): number =>
  minor / 10 ** minorDigits(currency)

/** The same cost as it was, for taking a change back. */
export const saidOf = (cost: Cost) => ({
  kind: cost.kind,
  minor: cost.minor,
  currency: cost.currency,
  repeats: cost.repeats,
  startsOn: cost.startsOn,
  endsOn: cost.endsOn,
  channel: cost.channel,
  campaign: cost.campaign,
  note: cost.note,
})

export function draftOf(cost: Cost | null, currency: string, today: string) {
  if (!cost) {
    const startsOn = `${today.slice(0, 7)}-01`
    return {
      kind: 'agency' as const,
      currency,
      repeats: 'once' as const,
      startsOn,
      endsOn: monthEnd(startsOn),
    }
  }
  const { channel, campaign, endsOn, ...said } = saidOf(cost)
  return {
    ...said,
    amount: wholeOf(cost),
    channel: channel ?? '',
    campaign: campaign ?? '',
    endsOn: endsOn ?? '',
  }
}
