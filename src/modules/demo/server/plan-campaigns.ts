import type { App } from '../../../kernel/app.ts'
import type { Day } from '../../../methods/fiscal.ts'
import { campaigns } from '../../campaigns/contract.ts'
import type { DemoSize } from '../../imports/server/index.ts'
import type { DemoCampaign } from './campaign-briefs.ts'
import { defineFields } from './campaign-fields.ts'
import { demoCampaigns, demoLinks, demoTerms } from './campaigns.ts'
import { scales } from './costs.ts'
import { type Firm, peopleOf } from './people.ts'

/**
 * The demo company’s campaigns in every state, with the names its files use, and the links built for them. Everybody acts
 * under their own name: Rafael plans, Solveig, Chidi and Gareth approve.
 */
export async function planCampaigns(app: App, size: DemoSize, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'campaigns')
  const ids = new Map<string, string>()
  const fieldsOf = await defineFields(firm)
  for (const planned of demoCampaigns(until)) {
    const own = planned.level === 'campaign' ? { fields: fieldsOf(planned.name) } : {}
    const one = { ...planned, brief: { ...planned.brief, ...own } }
    const id = await plan(firm, { one, ids, scale: scales[size] })
    ids.set(one.name, id)
    if (one.approvals !== undefined) await decide(firm, id, one.approvals)
    if (one.asks) await ask(firm, { one, id, scale: scales[size] })
  }
  await buildLinks(firm, ids)
}

const scaled = (dollars: number, scale: number) => ({
  minor: Math.max(100, Math.round(dollars * scale) * 100),
  currency: 'USD',
})

/** Targets keep in step with how much the company sells at its size. */
function briefOf({ brief }: DemoCampaign, scale: number): DemoCampaign['brief'] {
  const { demand, kpis, ...rest } = brief
  return {
    ...rest,
    ...(demand?.value ? { demand: { ...demand, value: Math.max(1, Math.round(demand.value * scale)) } } : {}),
    kpis: (kpis ?? []).map((kpi) =>
      kpi.metric.endsWith('value_w') || kpi.metric === 'won_value'
        ? { ...kpi, money: scaled((kpi.money?.minor ?? 0) / 100, scale) }
        : kpi,
    ),
  }
}

type Planned = { one: DemoCampaign; ids: Map<string, string>; scale: number }

async function plan({ as, id: idOf }: Firm, { one, ids, scale }: Planned): Promise<string> {
  const rafael = as('rafael')
  const { id } = await rafael(campaigns.add, {
    level: one.level,
    name: one.name,
    ownerId: idOf('rafael'),
    parentId: (one.under && ids.get(one.under)) ?? null,
    brief: briefOf(one, scale),
    planned: one.planned === undefined ? null : scaled(one.planned, scale),
  })
  if (one.sources) await rafael(campaigns.setSources, { id, names: one.sources })
  if (one.guest) await rafael(campaigns.setGuests, { id, people: [idOf(one.guest.split('@')[0] ?? '')] })
  return id
}

async function decide({ as }: Firm, id: string, stages: number): Promise<void> {
  await as('rafael')(campaigns.submit, { id })
  const list = await as('solveig')(campaigns.checklist, {})
  const ticked = list.items[0]?.checklist.map((one) => one.id) ?? []
  const turns = [
    { who: 'solveig', stage: 'creative', ticked, note: 'The stand uses the new typeface.' },
    { who: 'chidi', stage: 'legal', ticked: [], note: 'Consent of those quoted is on file.' },
    { who: 'gareth', stage: 'budget', ticked: [], note: 'Within the plan of the quarter.' },
  ] as const
  for (const { who, ...said } of turns.slice(0, stages))
    await as(who)(campaigns.approve, { id, ...said, ticked: [...said.ticked] })
}

async function ask({ as }: Firm, { one, id, scale }: { one: DemoCampaign; id: string; scale: number }) {
  if (!one.asks) return
  const { reason, endsOn, channels, planned } = one.asks
  const brief = { ...briefOf(one, scale), endsOn, channels }
  const said = { id, reason, brief, planned: scaled(planned, scale) }
  await as('rafael')(campaigns.askChange, said)
}

async function buildLinks({ as }: Firm, ids: Map<string, string>): Promise<void> {
  for (const [kind, values] of Object.entries(demoTerms) as [keyof typeof demoTerms, readonly string[]][])
    for (const value of values) await as('bram')(campaigns.addTerm, { kind, value })
  for (const [source, medium, campaign, name] of demoLinks) {
    const page = `https://www.brindlemoor.example/${campaign}`
    const said = { page, source, medium, campaign, campaignId: ids.get(name) ?? null }
    await as('bram')(campaigns.buildLink, said)
  }
}
