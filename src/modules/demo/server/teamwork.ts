import type { App } from '../../../kernel/app.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { departments } from '../../departments/contract.ts'
import { teamwork } from '../../teamwork/contract.ts'
import { type Firm, peopleOf } from './people.ts'
import { teamIds } from './teams.ts'
import { contacts, feedback, given, lessons, levels } from './teamwork-learnt.ts'
import { agreements, asked, promised, review, wins } from './teamwork-said.ts'

/** Teams with what they agreed, promised and learnt, who helps whom, and the check-ins of the Executive Team. */
export async function writeTeamwork(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'teamwork')
  const ids = await teamIds(firm)
  await agree(firm, ids)
  await promiseThings(firm, ids, until)
  await exchangeHands(firm, ids, until)
  await reviewWithoutBlame(firm, until)
  await learn(firm, ids, until)
  await agreeOnLevels(firm)
  await sayWhomToAsk(firm)
  await checkIn(firm, until)
}

type Ids = Map<string, string>

async function agree({ as }: Firm, ids: Ids): Promise<void> {
  for (const { team, lead, rules, yes } of agreements) {
    const id = ids.get(team) ?? ''
    await as(lead)(teamwork.saveAgreement, { id, rules, base: 0, reason: 'First version' })
    for (const who of yes) await as(who)(teamwork.sayYes, { id, version: 1 })
  }
}

async function promiseThings({ as }: Firm, ids: Ids, until: Day): Promise<void> {
  for (const { team, by, what, inDays, state, why } of promised) {
    const to = ids.get(team) ?? ''
    const made = await as(by)(teamwork.promise, { id: to, what, dueOn: addDays(until, inDays) })
    if (state) await as(by)(teamwork.settle, { id: made.id, version: made.version, state, why: why ?? '' })
  }
}

async function exchangeHands({ as }: Firm, ids: Ids, until: Day): Promise<void> {
  for (const { by, takenBy, spent, thanks, inDays, ...said } of asked) {
    const made = await as(by)(teamwork.addHand, { ...said, untilOn: addDays(until, inDays) })
    if (!takenBy) continue
    const which = { id: made.id }
    const taken = await as(takenBy)(teamwork.moveHand, { ...which, version: made.version, state: 'taken' })
    if (spent === undefined) continue
    const next = { ...which, version: taken.version, state: 'done' as const, spentHours: spent }
    const done = await as(takenBy)(teamwork.moveHand, next)
    if (thanks) await as(by)(teamwork.thank, { ...which, version: done.version, thanks })
  }
  for (const { by, team, what } of wins)
    await as(by)(teamwork.recognise, { teamId: ids.get(team) ?? null, what })
}

async function reviewWithoutBlame({ as, id }: Firm, until: Day): Promise<void> {
  const { by, changes, timeline, daysAgo, ...said } = review
  const on = (days: number) => addDays(until, -days)
  const made = await as(by)(teamwork.openReview, {
    ...{ ...said, isOwn: true, happenedOn: on(daysAgo) },
    timeline: timeline.map(({ ago, what }) => ({ on: on(ago), what })),
  })
  for (const { owner, inDays, before, after, ...change } of changes) {
    const added = await as(owner)(teamwork.addImprovement, {
      ...{ ...change, reviewId: made.id, ownerId: id(owner), dueOn: addDays(until, inDays) },
    })
    const measured = await as(owner)(teamwork.measure, {
      ...{ id: added.id, version: added.version, when: 'before', on: on(daysAgo), ...before },
    })
    const which = { id: added.id, version: measured.version }
    const begun = await as(owner)(teamwork.moveImprovement, { ...which, state: 'running' })
    if (after === undefined) continue
    const then = { id: added.id, version: begun.version, when: 'after' as const, value: after }
    const again = await as(owner)(teamwork.measure, then)
    await as(owner)(teamwork.moveImprovement, { id: added.id, version: again.version, state: 'adopted' })
  }
}

async function learn({ as, id }: Firm, ids: Ids, until: Day): Promise<void> {
  for (const { by, team, ...said } of lessons)
    await as(by)(teamwork.addLesson, { ...said, teamId: team ? (ids.get(team) ?? null) : null })
  for (const { from, to, ago, ...said } of feedback)
    await as(from)(teamwork.giveFeedback, { ...said, toId: id(to), happenedOn: addDays(until, -ago) })
  for (const { behaviour, what, effect } of given) {
    const plan = { behaviour, what, ownerId: id('imogen'), sinceOn: addDays(until, -120) }
    const made = await as('imogen')(teamwork.addIncentive, plan)
    if (effect) await as('imogen')(teamwork.changeIncentive, { id: made.id, version: made.version, effect })
  }
}

async function agreeOnLevels({ as, id }: Firm): Promise<void> {
  for (const { person, leader, work, level, isAgreed } of levels) {
    const known = (await as(leader)(teamwork.workTypes, {})).items
    if (!known.some((one) => one.name === work)) await as(leader)(teamwork.addWorkType, { name: work })
    const pair = { personId: id(person), leaderId: id(leader) }
    const made = await as(leader)(teamwork.proposeDelegation, { ...pair, work, level })
    if (isAgreed) await as(person)(teamwork.agreeDelegation, { id: made.id, version: made.version })
  }
}

async function sayWhomToAsk({ as, id }: Firm): Promise<void> {
  const { items } = await as('imogen')(departments.list, {})
  for (const { page, person, deputy, ...said } of contacts) {
    const found = items.find((one) => one.name === page)
    if (!found) continue
    const who = { personId: id(person), deputyId: deputy ? id(deputy) : null }
    await as('imogen')(departments.addContact, { id: found.id, ...said, ...who })
  }
}

async function checkIn({ as, id }: Firm, until: Day): Promise<void> {
  const made = await as('imogen')(teamwork.addSeries, {
    ...{ name: 'Executive Team check-in', kind: 'executive', every: 'fortnight' },
    ...{ nextOn: addDays(until, 1), peopleIds: ['helena', 'tobias'].map(id), guestIds: [id('gareth')] },
  })
  const point = await as('imogen')(teamwork.addPoint, {
    ...{ id: made.id, what: 'Move the autumn budget from events to search?' },
    said: 'Events bring leads late in the quarter; search has room for 20,000 more.',
  })
  await as('imogen')(teamwork.changePoint, {
    ...{ id: point.id, version: point.version, stage: 'decided', ownerId: id('rafael') },
    ...{ dueOn: addDays(until, 10), said: 'Half of it, after the September fair.' },
  })
  await as('tobias')(teamwork.addPoint, { id: made.id, what: 'Who speaks for us at the customer day?' })
  await as('helena')(teamwork.hold, { id: made.id, meetingId: made.nextId ?? '' })
  await as('rafael')(teamwork.addSeries, {
    ...{ name: 'Rafael and Bram', kind: 'one-to-one', every: 'week', nextOn: addDays(until, 2) },
    peopleIds: [id('bram')],
  })
}
