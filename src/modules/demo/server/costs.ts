import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Asked } from '../../../kernel/contract.ts'
import { perform } from '../../../kernel/perform.ts'
import { addDays, addMonths } from '../../../methods/fiscal.ts'
import { costs } from '../../costs/contract.ts'
import type { DemoSize } from '../../imports/server/index.ts'

type Said = Asked<typeof costs.add>
/** Amounts are those of the size `small`; advertising is scaled in the same way. */
export const scales: Record<DemoSize, number> = { tiny: 0.02, small: 1, large: 16 }

/** What the demo company pays besides advertising, written by the same door as anybody's costs. */
export async function writeCosts(app: App, size: DemoSize, until: string): Promise<void> {
  const call = (key: string) => ({ actor: system('demo'), via: 'job', idempotencyKey: `demo-costs-${key}` })
  for (const [at, [currency, rate]] of (
    [
      ['GBP', 1.27],
      ['EUR', 1.09],
    ] as const
  ).entries())
    await perform(app, costs.setRate, { currency, onDay: addMonths(until, -40), rate }, call(`rate-${at}`))
  for (const [at, { minor, ...said }] of [...monthly(until), ...once(until)].entries()) {
    const scaled = Math.max(100, Math.round((minor * scales[size]) / 100) * 100)
    await perform(app, costs.add, { ...said, minor: scaled }, call(String(at)))
  }
}

function monthly(until: string): Said[] {
  const since = (months: number) => `${addMonths(until, -months).slice(0, 7)}-01`
  const every = (kind: Said['kind'], minor: number, note: string, rest: Partial<Said> = {}): Said => ({
    kind,
    minor,
    note,
    currency: 'USD',
    repeats: 'monthly',
    startsOn: since(36),
    ...rest,
  })
  return [
    every('agency', 1_450_000, 'Harrow & Vine, search and social retainer', { channel: 'Paid search' }),
    every('agency', 820_000, 'Studio Lindqvist, creative retainer', { currency: 'EUR', startsOn: since(22) }),
    every('tool', 460_000, 'Marketing automation'),
    every('tool', 180_000, 'Marketing automation, sending of e-mail', { channel: 'Email' }),
    every('tool', 190_000, 'Webinar platform', { channel: 'Webinar' }),
    every('tool', 230_000, 'Enrichment of contacts', { startsOn: since(28), endsOn: addDays(since(4), -1) }),
    every('people', 5_400_000, 'Marketing team, share of their time'),
    every('people', 650_000, 'E-mail and nurture, share of their time', { channel: 'Email' }),
    every('media', 710_000, 'Syndication of the buyer’s guide', { channel: 'Content syndication' }),
    every('other', 480_000, 'Market development funds for partners', { channel: 'Partner' }),
  ]
}

function once(until: string): Said[] {
  const years = [0, 1, 2].map((back) => Number(until.slice(0, 4)) - back)
  const event = (minor: number, campaign: string, month: string, currency = 'USD'): Said => ({
    kind: 'event',
    channel: 'Events',
    minor,
    campaign,
    month,
    currency,
    note: `${campaign}: stand, travel, sponsorship`,
  })
  return years
    .flatMap((year) => [
      event(11_800_000, `FieldForward Expo ${year}`, `${year}-05`),
      event(4_300_000, `Service Leaders Forum ${year}`, `${year}-10`, 'GBP'),
      event(3_600_000, `Nordic Operations Days ${year}`, `${year}-03`, 'EUR'),
    ])
    .filter((one) => `${one.month}-01` <= until)
}
