import type { Actor } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { perform } from '../../../kernel/perform.ts'
import type { Day } from '../../../methods/fiscal.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { directory } from '../../identity/server/index.ts'
import type { DemoSize } from '../../imports/server/index.ts'
import type { DemoCampaign } from './campaign-briefs.ts'
import { demoCampaigns, demoLinks, demoTerms } from './campaigns.ts'
import { scales } from './costs.ts'

type As = (who: string, key: string) => { actor: Actor; via: string; idempotencyKey: string }

/** Everybody acts under their own name: Rafael plans, Solveig, Chidi and Gareth approve. */
async function people(app: App): Promise<As> {
  const { rows } = await directory(app.db)
  const byEmail = new Map([...rows.values()].map((one) => [one.email.split('@')[0], one]))
  return (who, key) => {
    const one = byEmail.get(who)
    if (!one) throw new Error(`The demo company has no ${who}.`)
    const actor: Actor = { kind: 'person', id: one.id, personId: one.id, name: one.name, permissions: 'all' }
    return { actor, via: 'job', idempotencyKey: `demo-campaigns-${key}` }
  }
}

/** The demo company’s campaigns in every state, with the names its files use, and the links built for them. */
export async function planCampaigns(app: App, size: DemoSize, until: Day): Promise<void> {
  const as = await people(app)
  const ids = new Map<string, string>()
  for (const one of demoCampaigns(until)) {
    const id = await plan(app, as, { one, ids, scale: scales[size] })
    ids.set(one.name, id)
    if (one.approvals !== undefined) await decide(app, as, id, one.approvals)
    if (one.asks) await ask(app, as, { one, id, scale: scales[size] })
  }
  await buildLinks(app, as, ids)
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

async function plan(app: App, as: As, { one, ids, scale }: Planned): Promise<string> {
  const rafael = as('rafael', `add-${one.name}`)
  const { id } = await perform(
    app,
    campaigns.add,
    {
      level: one.level,
      name: one.name,
      ownerId: rafael.actor.id,
      parentId: (one.under && ids.get(one.under)) ?? null,
      brief: briefOf(one, scale),
      planned: one.planned === undefined ? null : scaled(one.planned, scale),
    },
    rafael,
  )
  if (one.sources)
    await perform(app, campaigns.setSources, { id, names: one.sources }, as('rafael', `names-${id}`))
  if (one.guest) {
    const guest = as(one.guest.split('@')[0] ?? '', '').actor.id
    await perform(app, campaigns.setGuests, { id, people: [guest] }, as('rafael', `guests-${id}`))
  }
  return id
}

async function decide(app: App, as: As, id: string, stages: number): Promise<void> {
  await perform(app, campaigns.submit, { id }, as('rafael', `submit-${id}`))
  const list = await perform(app, campaigns.checklist, {}, as('solveig', ''))
  const ticked = list.items[0]?.checklist.map((one) => one.id) ?? []
  const turns = [
    { who: 'solveig', stage: 'creative', ticked, note: 'The stand uses the new typeface.' },
    { who: 'chidi', stage: 'legal', ticked: [], note: 'Consent of those quoted is on file.' },
    { who: 'gareth', stage: 'budget', ticked: [], note: 'Within the plan of the quarter.' },
  ] as const
  for (const { who, ...said } of turns.slice(0, stages))
    await perform(
      app,
      campaigns.approve,
      { id, ...said, ticked: [...said.ticked] },
      as(who, `${id}-${said.stage}`),
    )
}

async function ask(app: App, as: As, { one, id, scale }: { one: DemoCampaign; id: string; scale: number }) {
  if (!one.asks) return
  const { reason, endsOn, channels, planned } = one.asks
  const brief = { ...briefOf(one, scale), endsOn, channels }
  const said = { id, reason, brief, planned: scaled(planned, scale) }
  await perform(app, campaigns.askChange, said, as('rafael', `ask-${id}`))
}

async function buildLinks(app: App, as: As, ids: Map<string, string>): Promise<void> {
  for (const [kind, values] of Object.entries(demoTerms) as [keyof typeof demoTerms, readonly string[]][])
    for (const value of values)
      await perform(app, campaigns.addTerm, { kind, value }, as('bram', `term-${kind}-${value}`))
  for (const [source, medium, campaign, name] of demoLinks) {
    const page = `https://www.brindlemoor.example/${campaign}`
    const said = { page, source, medium, campaign, campaignId: ids.get(name) ?? null }
    await perform(app, campaigns.buildLink, said, as('bram', `link-${campaign}`))
  }
}
