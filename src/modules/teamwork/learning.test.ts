import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { type Hand, type Improvement, teamwork } from './contract.ts'
import { culpritHint, likeness, traitHint } from './rules.ts'
import { promptFor, similarLessons } from './server/index.ts'

let northwind: Company
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => now })
  for (const name of ['ana', 'marco', 'pia', 'kai', 'sam'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const as = (who: PersonName) => northwind.as(who)
const text = 'The list was three days old'
const openReview = (who: PersonName, more = {}) =>
  as(who)(teamwork.openReview, {
    ...{ title: 'Mailing to the wrong list', happenedOn: '2026-05-18', happened: text },
    ...{ expected: text, allowed: text, ...more },
  })
const change = (who: PersonName, more = {}) =>
  as(who)(teamwork.addImprovement, {
    ...{ what: 'Take the list when sending', ownerId: northwind.ids[who], dueOn: '2026-05-30', ...more },
  })
const measure = (who: PersonName, { id, version }: Improvement, when: 'before' | 'after', more: object) =>
  as(who)(teamwork.measure, { id, version, when, ...more })
const move = (who: PersonName, { id, version }: Improvement, state: Improvement['state'], reason = '') =>
  as(who)(teamwork.moveImprovement, { id, version, state, reason })

test('a review asks for no culprit, and closes with a change of the process or a reason why none', async () => {
  const made = await openReview('ana', { isOwn: true })
  expect(Object.keys(made).join()).not.toMatch(/culprit|blame|fault|guilty/i)
  expect(made).toMatchObject({ isOwn: true, openedBy: 'Ana Ribeiro', dueOn: '2026-06-03' })
  const close = (version: number, whyNone = '') =>
    as('ana')(teamwork.closeReview, { id: made.id, version, isClosed: true, whyNone })
  await expect(close(1)).rejects.toEqual(refused('conflict', /ends in a change of the process/))
  await expect(
    as('kai')(teamwork.changeReview, { id: made.id, version: 1, title: 'Something else' }),
  ).rejects.toEqual(refused('forbidden', /Ana Ribeiro opened this review/))
  await change('kai', { reviewId: made.id })
  const closed = await close(1)
  expect(closed).toMatchObject({ state: 'closed', improvements: 1 })
  await expect(
    as('ana')(teamwork.changeReview, { id: made.id, version: 2, title: 'Something else' }),
  ).rejects.toEqual(refused('conflict', /is closed/))
})

test('an improvement is adopted once it was measured before and after, by its owner', async () => {
  const made = await change('kai', { measure: 'Age of lists', unit: 'hours' })
  await expect(move('kai', made, 'adopted')).rejects.toEqual(refused('conflict', /Measure how it was before/))
  await expect(measure('kai', made, 'after', { value: 1 })).rejects.toEqual(
    refused('conflict', /no measure from before/),
  )
  await expect(measure('sam', made, 'before', { value: 72 })).rejects.toEqual(
    refused('forbidden', /Kai Okafor owns/),
  )
  await expect(measure('kai', made, 'before', { value: 72, on: '2026-05-21' })).rejects.toEqual(
    refused('invalid', /lies ahead/),
  )
  const before = await measure('kai', made, 'before', { value: 72 })
  await expect(move('kai', before, 'adopted')).rejects.toEqual(refused('conflict', /how it is now/))
  const after = await measure('kai', before, 'after', { value: 1 })
  expect(await move('kai', after, 'adopted')).toMatchObject({
    ...{ state: 'adopted', before: { value: 72, from: null }, after: { value: 1 } },
  })
})

test('without a measure it is said why; dropped with a reason; a metric without a value is refused', async () => {
  const made = await change('kai')
  const none = await measure('kai', made, 'before', { whyNone: 'Nobody counted it' })
  const adopted = await move('kai', none, 'adopted')
  expect(adopted.whyNone).toBe('Nobody counted it')
  await expect(change('kai', { metric: 'no_such_metric' })).rejects.toEqual(refused('invalid', /no metric/))
  const counted = await change('marco', { metric: 'leads' })
  await expect(measure('marco', counted, 'before', {})).resolves.toMatchObject({ before: { value: 0 } })
})

test('home says what is due: changes of the process and reviews', async () => {
  await openReview('marco', { title: 'Broken form' })
  now = new Date('2026-06-02T09:00:00Z')
  const titles = async (who: PersonName) => (await as(who)(identity.home, {})).needs.map((one) => one.title)
  expect(await titles('marco')).toContain('Close the review: Broken form')
  expect(await titles('kai')).toContain('Change the process: Take the list when sending')
  now = new Date('2026-05-20T09:00:00Z')
})

const hand = (who: PersonName, kind: 'ask' | 'offer', what: string, skills: string[] = []) =>
  as(who)(teamwork.addHand, { kind, what, skills, hours: 3, untilOn: '2026-05-25' })
const moveHand = (
  who: PersonName,
  { id, version }: Hand,
  state: Hand['state'],
  spentHours: number | null = null,
) => as(who)(teamwork.moveHand, { id, version, state, spentHours })
const inbox = async (who: PersonName) => (await as(who)(activity.inbox, {})).notices.map((one) => one.title)

test('an ask finds its offer, is taken up, done and thanked, and shows as a win', async () => {
  await hand('kai', 'offer', 'Proof-reading of brochures', ['copy'])
  const made = await hand('sam', 'ask', 'A second pair of eyes', ['COPY', 'copy'])
  expect(made.fits).toMatchObject([{ by: 'Kai Okafor', shared: ['copy'] }])
  const nudges = async () => (await inbox('kai')).filter((one) => one.includes('A second pair')).length
  expect(await nudges()).toBe(1)
  await expect(moveHand('sam', made, 'taken')).rejects.toEqual(refused('conflict', /somebody else takes/))
  const taken = await moveHand('kai', made, 'taken')
  await expect(moveHand('pia', taken, 'done', 2)).rejects.toEqual(refused('conflict', /Sam Ortiz and Kai/))
  await expect(moveHand('kai', taken, 'done')).rejects.toEqual(refused('invalid', /how many hours/))
  const done = await moveHand('kai', taken, 'done', 2.5)
  const thank = (who: PersonName) =>
    as(who)(teamwork.thank, { id: done.id, version: done.version, thanks: 'It reads well now' })
  await expect(thank('kai')).rejects.toEqual(refused('conflict', /whoever was helped/))
  await thank('sam')
  const { items } = await as('pia')(teamwork.wins, { personId: northwind.ids.kai })
  expect(items).toMatchObject([{ what: 'It reads well now', by: 'Sam Ortiz', isOfHelp: true }])
})

test('of two who take it up at once one has it', async () => {
  const made = await hand('ana', 'ask', 'Carry chairs')
  const both = await Promise.allSettled([moveHand('kai', made, 'taken'), moveHand('pia', made, 'taken')])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a win is somebody else’s, and taken back by whoever wrote it', async () => {
  const win = (toId: string | null) => as('pia')(teamwork.recognise, { toId, what: 'A calm launch' })
  await expect(win(null)).rejects.toEqual(refused('invalid', /whose win/))
  await expect(win(northwind.ids.pia)).rejects.toEqual(refused('conflict', /for others to recognise/))
  const { id } = await win(northwind.ids.marco)
  await expect(as('kai')(teamwork.removeWin, { id })).rejects.toEqual(refused('forbidden', /Pia Novak wrote/))
  await as('pia')(teamwork.removeWin, { id })
})

test('a lesson comes to mind with similar work, and questions are put anew in versions', async () => {
  const team = await as('ana')(identity.addTeam, {
    ...{ name: 'Studio', purpose: '', leadId: null, members: [northwind.ids.kai] },
  })
  const said = { what: 'Book the interpreter with the room', recall: 'When a customer event is planned' }
  await as('kai')(teamwork.addLesson, { ...said, teamId: team.id })
  await expect(as('sam')(teamwork.addLesson, { ...said, teamId: team.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const like = async (words: string) => (await as('sam')(teamwork.lessons, { like: words })).items.length
  expect([await like('Plan the customer event in May'), await like('Invoice of the printer')]).toEqual([1, 0])
  const ctx = { db: northwind.app.db, actor: await northwind.actorOf('sam') } as never
  expect(await similarLessons(ctx, 'customer events')).toHaveLength(1)
  const put = (version: number) =>
    as('ana')(teamwork.changePrompts, {
      ...{ occasion: 'blocked', version, questions: ['What does it wait for?'], reason: 'Shorter' },
    })
  await put(0)
  await expect(put(0)).rejects.toEqual(refused('conflict', /since you opened this page/))
  expect(await promptFor(ctx, 'blocked')).toEqual(['What does it wait for?'])
})

test.each([
  ['It was the fault of Kai', true],
  ['It happened because of Kai', true],
  ['It happened because of Monday', false],
  ['Kai’s fault', true],
  ['Kai was to blame', true],
  ['The default of Kai was set', false],
  ['Kai exported the list on Monday', false],
])('“%s” is asked to be put otherwise: %s', (words, isAsked) => {
  expect(culpritHint(words, ['Kai Okafor', 'A+ (Agency']) !== null).toBe(isAsked)
})

test.each([
  ['you are lazy', true],
  ['You’re always so careless', true],
  ['you are a genius', true],
  ['you are late with the slides', false],
  ['the page is slow', false],
])('“%s” says what somebody is: %s', (words, is) => {
  expect(traitHint(words) !== null).toBe(is)
})

test.each([
  ['', 'anything', 0],
  ['customer events', 'plan a customer event', 1],
  ['the and for', 'the and for', 0],
  ['one shared word among many others', 'shared nothing else here today', 0],
])('%j and %j are alike by %d', (a, b, by) => {
  expect(likeness(a, b)).toBe(by)
})
