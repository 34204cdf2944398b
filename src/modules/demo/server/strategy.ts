import type { App } from '../../../kernel/app.ts'
import type { Asked } from '../../../kernel/contract.ts'
import { addDays, type Day, type Period, periodOf, previousPeriod } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'
import { metrics } from '../../metrics/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { threads } from '../../threads/contract.ts'
import { type Firm, peopleOf } from './people.ts'
import { plan, principles, textOf, type Version, versions } from './vision.ts'

/** The vision in two versions, goals of three levels, and what was agreed, each by whoever would have done it. */
export async function writeStrategy(app: App, until: Day): Promise<void> {
  const { calendar } = await organisation(app.db)
  const year = periodOf(until, 'year', calendar)
  const firm = await peopleOf(app, 'strategy')
  const vision = await writeVision(firm, until)
  const goals = await setGoals(firm, vision, year)
  await agree(firm, goals, year, previousPeriod(year, calendar))
}

async function writeVision({ as, id }: Firm, until: Day): Promise<string> {
  const save = ({ by, base, ...said }: Version) =>
    as(by)(strategy.saveVision, { ...said, body: textOf(said.body), principles, base })
  const [first, second] = versions as [Version, Version]
  await save(first)
  await as('helena')(strategy.buyIn, { version: 1, note: 'This is the team I want beside sales.' })
  const saved = await save(second)
  await as('helena')(strategy.buyIn, { version: 2, note: 'Agreed, with the revenue line as it now reads.' })
  await as('solveig')(threads.comment, {
    ...{ kind: 'vision', id: saved.id },
    text: 'Say what this means for somebody who writes copy, not only for those who plan.',
  })
  await as('kofi')(strategy.suggest, {
    ...{ quote: 'Nine hours of ten serve this page.' },
    ...{ replacement: 'Nine hours of ten serve this page; what does not is named.' },
    text: 'Otherwise the tenth hour hides.',
  })
  for (const { what, owner, inDays } of plan)
    await as('imogen')(strategy.addStep, {
      ...{ what, ownerId: owner === null ? null : id(owner) },
      dueOn: inDays === null ? null : addDays(until, inDays),
    })
  return saved.id
}

type Goals = { revenue: string; pipeline: string; nurture: string }

async function setGoals({ as, id }: Firm, vision: string, year: Period): Promise<Goals> {
  const days = { from: year.startsOn, to: year.endsOn }
  const add = async (
    level: 'objective' | 'goal' | 'initiative',
    name: string,
    owner: string,
    under: string | null,
    weight = 1,
  ) => {
    const above = under === null ? { kind: 'vision', id: vision } : { kind: 'goal', id: under }
    const said = { level, name, ownerId: id(owner), weight, ...days, under: above }
    return (await as('imogen')(strategy.addGoal, said)).id
  }
  const growth = await add('objective', 'Grow revenue faster than the market', 'tobias', null)
  const revenue = await add('goal', 'Marketing contributes more won value', 'imogen', growth, 3)
  const pipeline = await add('goal', 'Sales gets leads it wants to work', 'rafael', growth, 2)
  const nurture = await add('initiative', 'Nurture programme for the installed base', 'rafael', revenue)
  const handover = await add('initiative', 'One handover with sales, measured weekly', 'bram', pipeline)
  await as('bram')(strategy.typeProgress, {
    ...{ id: handover, share: 0.6, note: 'Three of five regions hand over the new way' },
  })
  return { revenue, pipeline, nurture }
}

async function agree(firm: Firm, goals: Goals, year: Period, before: Period): Promise<void> {
  const { as, id } = firm
  const came = async (metric: string) => {
    const days = { from: before.startsOn, to: before.endsOn }
    const { rows } = await as('priya')(metrics.query, { metrics: [metric], ...days })
    const cell = rows[0]?.[metric]
    return typeof cell === 'number' ? cell : cell && typeof cell === 'object' ? cell.amount : 0
  }
  const propose = async (
    metric: string,
    growth: number,
    said: Partial<Asked<typeof strategy.proposeKpi>> & Said,
  ) => {
    const baseline = Math.max(1, Math.round(await came(metric)))
    const target = Math.max(baseline + 1, Math.round(baseline * growth))
    const days = { from: year.startsOn, to: year.endsOn }
    return (await as('imogen')(strategy.proposeKpi, { metric, baseline, target, ...days, ...said })).id
  }
  const sign = async (kpi: string, ...signers: string[]) => {
    for (const one of signers) await as(one)(strategy.signKpi, { id: kpi })
  }

  const won = {
    name: 'Won value of the year',
    ownerId: id('imogen'),
    goalId: goals.revenue,
    weight: 3,
    ...why.won,
  }
  await sign(await propose('won_value', 1.08, { ...won, pathKind: 'seasonal' }), 'tobias', 'helena')
  const accepted = {
    name: 'Leads that sales qualified',
    ownerId: id('rafael'),
    goalId: goals.pipeline,
    ...why.sql,
  }
  await sign(await propose('sql', 1.05, accepted), 'tobias')
  const leads = { name: 'New leads', ownerId: id('rafael'), goalId: goals.pipeline, weight: 2, ...why.leads }
  const old = await propose('leads', 1.02, leads)
  await sign(old, 'imogen', 'tobias')
  await sign(
    await propose('leads', 1.1, { ...leads, name: 'New leads, raised', supersedes: old }),
    'imogen',
    'tobias',
  )
  const mail = {
    name: 'Nurture touches',
    ownerId: id('bram'),
    goalId: goals.nurture,
    leads: 'won_value',
    better: 'up' as const,
    ...why.touches,
  }
  await sign(await propose('touches', 1.1, mail), 'rafael', 'imogen')
}

type Said = { name: string; ownerId: string; decision: string; why: string }

const why = {
  won: {
    decision:
      'Where next quarter’s programme money goes; behind by two months means the events budget moves to search.',
    why: 'It is revenue. The board asks for it, and so does every region.',
  },
  sql: {
    decision: 'Whether the score that hands leads over is raised or lowered.',
    why: 'Sales counts it as its own beginning; a lead nobody works is worth nothing.',
  },
  leads: {
    decision: 'How many regions get a field programme.',
    why: 'Without new names the pipeline of the year after is empty.',
  },
  touches: {
    decision: 'Whether the nurture programme goes on after the half-year.',
    why: 'It claims to bring deals forward. Whether it does is tested here.',
  },
}
