import type { App } from '../../../kernel/app.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { agencies } from '../../agencies/contract.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { type Firm, peopleOf } from './people.ts'

type Agreed = {
  campaign: string
  what: string
  due: number
  /** The verdict is `accepted`, or why it was sent back. */
  delivered?: { on: number; verdict?: string }
}

/** In days from the day of the demo: accepted in time and late, sent back, waiting, late, and due this week. */
const agreed: Agreed[] = [
  {
    ...{ campaign: 'COO benchmark report', what: 'Layout of the report', due: -30 },
    delivered: { on: -32, verdict: 'accepted' },
  },
  {
    ...{ campaign: 'COO benchmark report', what: 'Print file of the guide', due: -24 },
    delivered: { on: -21, verdict: 'accepted' },
  },
  {
    ...{ campaign: 'Customer voices', what: 'Stills for the case page', due: 9 },
    delivered: { on: -4, verdict: 'The crew wears the old jackets; take those of the second day.' },
  },
  {
    ...{ campaign: 'Field service software', what: 'Copy for retargeting', due: 1 },
    delivered: { on: -1 },
  },
  { campaign: 'Field service software', what: 'Banners in six sizes', due: -3 },
  { campaign: 'Customer voices', what: 'Customer film, 90 seconds', due: 5 },
]

/** The demo company’s agency: Rafael agrees and decides, Odile delivers; its printer sends the invoices. */
export async function writeAgencies(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'agencies')
  const rafael = firm.as('rafael')
  const { id } = await rafael(agencies.add, {
    ...{ name: 'Atelier Fontanel', fromOn: addDays(until, -200), people: [firm.id('odile')] },
    note: 'Design and media planning. What it has printed is invoiced by Copperleaf Print.',
  })
  const { items } = await rafael(campaigns.list, {})
  const idOf = (name: string) => items.find((one) => one.name.startsWith(name))?.id ?? ''
  for (const name of new Set(agreed.map((one) => one.campaign)))
    await rafael(agencies.giveCampaign, { id, campaignId: idOf(name) })
  for (const one of agreed) await agree(firm, one, { id, campaignId: idOf(one.campaign), until })

  const suppliers = ['Copperleaf Print']
  const { version } = await rafael(agencies.show, { id })
  await rafael(agencies.setSuppliers, { id, version, suppliers })
  const usd = (minor: number) => ({ minor, currency: 'USD' })
  const rates = [
    { what: 'Design', unit: 'day', price: usd(88_000) },
    { what: 'Media planning', unit: 'hour', price: usd(13_500) },
  ]
  await rafael(agencies.setRates, { id, version: version + 1, rates })
}

type Where = { id: string; campaignId: string; until: Day }

async function agree({ as }: Firm, one: Agreed, { until, ...where }: Where): Promise<void> {
  const rafael = as('rafael')
  const said = { what: one.what, dueOn: addDays(until, one.due) }
  const made = await rafael(agencies.addDeliverable, { ...where, ...said })
  if (!one.delivered) return
  const link = `https://files.atelier-fontanel.example/${one.what.toLowerCase().replaceAll(/\W+/g, '-')}`
  const on = addDays(until, one.delivered.on)
  const { version } = await as('odile')(agencies.deliver, { id: made.id, version: made.version, link, on })
  const { verdict } = one.delivered
  if (verdict === 'accepted') await rafael(agencies.accept, { id: made.id, version })
  else if (verdict) await rafael(agencies.sendBack, { id: made.id, version, reason: verdict })
}
