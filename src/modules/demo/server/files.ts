import type { App } from '../../../kernel/app.ts'
import { perform } from '../../../kernel/perform.ts'
import { minorDigits } from '../../../methods/money.ts'
import { agencies } from '../../agencies/contract.ts'
import { budget, type Invoice, type Order } from '../../budget/contract.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { files } from '../../files/contract.ts'
import { documentOf } from './document.ts'
import { type Firm, peopleOf } from './people.ts'
import { type Colour, keyVisual } from './picture.ts'

type Place = { kind: string; id: string; who: string }

const night: Colour = [31, 41, 92]
const teal: Colour = [13, 84, 89]
const sand: Colour = [244, 197, 122]
const mint: Colour = [158, 219, 196]

/** What hangs on the demo company’s records: briefs, drafts of pictures, offers, invoices, what an agency delivered. */
export async function writeFiles(app: App): Promise<void> {
  const firm = await peopleOf(app, 'files')
  const hang = hanging(app, firm)
  await ofCampaigns(app, firm, hang)
  await ofBudget(firm, hang)
  await ofDeliverables(firm, hang)
}

type Hang = (place: Place, name: string, bytes: Buffer) => ReturnType<typeof handOver>

function handOver(app: App, firm: Firm, { who, ...place }: Place, name: string, bytes: Buffer) {
  const file = new Blob([new Uint8Array(bytes)]).stream()
  return perform(app, files.add, { ...place, name }, { actor: firm.actor(who), via: 'job', file })
}

const hanging =
  (app: App, firm: Firm): Hang =>
  (place, name, bytes) =>
    handOver(app, firm, place, name, bytes)

async function ofCampaigns(app: App, firm: Firm, hang: Hang): Promise<void> {
  const { items } = await firm.as('rafael')(campaigns.list, { level: 'campaign' })
  for (const one of items.slice(0, 6)) {
    const { brief } = await firm.as('rafael')(campaigns.show, { id: one.id })
    const place = { kind: 'campaign', id: one.id, who: 'rafael' }
    const lines = [
      `From ${brief.startsOn ?? 'a day to come'} to ${brief.endsOn ?? 'a day to come'}`,
      `For: ${brief.audience ?? 'not said yet'}`,
      `Not for: ${brief.exclusions ?? 'nobody named'}`,
      `We say: ${brief.message ?? 'not said yet'}`,
      `We offer: ${brief.offer ?? 'not said yet'}`,
    ]
    const subtitle = 'Brief for everybody who works on it'
    const { file } = await hang(place, 'Brief.pdf', documentOf([{ title: one.name, subtitle, lines }]))
    await firm.as('rafael')(files.change, { id: file.id, version: file.version, isForGuests: true })
  }
  const [first, second] = items
  if (first) await draftTwice(app, firm, hang, { kind: 'campaign', id: first.id, who: 'rafael' })
  if (second)
    await hang(
      { kind: 'campaign', id: second.id, who: 'rafael' },
      'Key visual draft.png',
      keyVisual(960, 540, teal, mint),
    )
}

/** A draft and the newer version of it. */
async function draftTwice(app: App, firm: Firm, hang: Hang, place: Place): Promise<void> {
  const { file, isHereAlready } = await hang(place, 'Key visual.png', keyVisual(960, 540, night, mint))
  if (isHereAlready || file.contents > 1) return
  const newer = new Blob([new Uint8Array(keyVisual(960, 540, night, sand))]).stream()
  const call = { actor: firm.actor(place.who), via: 'job', file: newer }
  await perform(app, files.replace, { id: file.id, version: file.version }, call)
}

const amount = ({ minor, currency }: { minor: number; currency: string }): string =>
  `${currency} ${(minor / 10 ** minorDigits(currency)).toLocaleString('en-US')}`

const invoicePaper = (one: Invoice) => ({
  title: one.supplier,
  subtitle: `Invoice ${one.number} of ${one.invoicedOn}`,
  lines: [
    `For services from ${one.startsOn} to ${one.endsOn}`,
    ...(one.order ? [`Your order ${one.order.number}`] : []),
    `Amount: ${amount(one)}`,
    'Payable within 30 days.',
  ],
})

const offerPaper = (one: Order) => ({
  title: one.supplier,
  subtitle: `Offer for order ${one.number}`,
  lines: [one.what, `Amount: ${amount(one)}`, `Delivery until ${one.dueOn}`, 'This offer holds for 60 days.'],
})

async function ofBudget(firm: Firm, hang: Hang): Promise<void> {
  const invoices = await firm.as('gareth')(budget.invoices, {})
  for (const one of invoices.items.slice(0, 8))
    await hang(
      { kind: 'invoice', id: one.id, who: 'gareth' },
      `${one.number}.pdf`,
      documentOf([invoicePaper(one)]),
    )
  const orders = await firm.as('rafael')(budget.orders, {})
  for (const one of orders.items.slice(0, 4))
    await hang({ kind: 'order', id: one.id, who: 'rafael' }, 'Offer.pdf', documentOf([offerPaper(one)]))
}

const copy = [
  'One: The day is planned before the first van leaves.',
  'Two: What did the last empty drive cost you?',
  'Three: Your crew knows the way. We know the order.',
]

async function ofDeliverables(firm: Firm, hang: Hang): Promise<void> {
  const { items } = await firm.as('rafael')(agencies.deliverables, {})
  for (const one of items.filter((each) => each.state === 'delivered' || each.state === 'sent-back')) {
    const place = { kind: 'deliverable', id: one.id, who: 'odile' }
    const said = { title: one.what, subtitle: `For ${one.campaign.name}`, lines: copy }
    if (one.what.startsWith('Copy')) await hang(place, `${one.what}.pdf`, documentOf([said]))
    else await hang(place, `${one.what}.png`, keyVisual(640, 360, teal, sand))
  }
}
