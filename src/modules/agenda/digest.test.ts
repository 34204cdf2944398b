import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { type Company, emailOf, startCompany } from '../../test/company.ts'
import { startMailServer } from '../../test/mail.ts'
import { boardOf, plainStages } from '../../test/work.ts'
import { activity } from '../activity/contract.ts'
import { identity } from '../identity/contract.ts'
import { threads } from '../threads/contract.ts'
import { work } from '../work/contract.ts'
import { agenda } from './contract.ts'
import { sendDigests } from './server/sending.ts'

let northwind: Company
let mail: Awaited<ReturnType<typeof startMailServer>>
let now = new Date('2027-03-14T09:00:00Z')
beforeAll(async () => {
  mail = await startMailServer()
  const env = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, FULLSCORE_URL: 'https://score.example' }
  // No job runs by itself: each test says when the hour has come.
  northwind = await startCompany({ clock: () => now, work: false, env })
  // With a mail server invitations go out; here people come in by links that are handed over.
  const room = await openRoom('Room')
  await northwind.as('ana')(work.add, {
    ...{ title: 'Budget table', boardId: room.id, assigneeIds: [northwind.ids.ana], dueOn: '2027-03-10' },
  })
})
afterAll(async () => {
  await northwind.close()
  mail.close()
})
beforeEach(() => {
  mail.mails.length = 0
  mail.state.refuses = false
})

const openRoom = (name: string, said: object = {}) =>
  boardOf(northwind, { name, ownerId: northwind.ids.ana, stages: plainStages, ...said }, 'ana')
const look = () => sendDigests.run(northwind.app, {})
const choose = (rhythm: 'off' | 'daily' | 'weekly') =>
  northwind.as('ana')(agenda.chooseDigest, { rhythm, hour: 8, weekday: 1 })
const past = async () =>
  (await northwind.as('ana')(agenda.digest, {})).past.map((one) => `${one.occasion}: ${one.state}`)

test('nothing goes out until somebody chooses, then one letter a day, whoever looks how often', async () => {
  now = new Date('2027-03-15T07:30:00Z')
  await look()
  expect(mail.mails).toHaveLength(0)
  await choose('daily')
  await look()
  expect(mail.mails).toHaveLength(0)

  now = new Date('2027-03-16T07:05:00Z')
  await Promise.all([look(), look(), look()])
  await look()
  expect(mail.mails).toHaveLength(1)
  expect(mail.mails[0]).toContain(`To: ${emailOf('ana')}`)
  expect(mail.mails[0]).toContain('Budget table')
  expect(mail.mails[0]).toMatch(/List-Unsubscribe:\s+<https:\/\/score\.example\/digest\/stop\//)
  expect(await past()).toEqual(['daily 2027-03-16: sent'])
})

test('a letter that the mail server refused is tried three times, one that was interrupted never again', async () => {
  mail.state.refuses = true
  now = new Date('2027-03-17T07:05:00Z')
  for (let at = 0; at < 5; at += 1) await look()
  const row = await northwind.app.db
    .selectFrom('agenda_letters')
    .selectAll()
    .where('occasion', '=', 'daily 2027-03-17')
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ state: 'failed', tries: 3 })

  mail.state.refuses = false
  now = new Date('2027-03-18T07:05:00Z')
  const broken = { id: 'ltr_x', person_id: northwind.ids.ana, occasion: 'daily 2027-03-18', at: now }
  await northwind.app.db
    .insertInto('agenda_letters')
    .values({ ...broken, state: 'sending', tries: 1, reason: '' })
    .execute()
  await look()
  expect(mail.mails).toHaveLength(0)
})

test('items of a confidential board are told by their number', async () => {
  const room = await openRoom('Layoffs', { isConfidential: true })
  const said = { boardId: room.id, assigneeIds: [northwind.ids.ana], dueOn: '2027-03-20' }
  const { id, number } = await northwind.as('ana')(work.add, { title: 'Tell nobody', ...said })
  const words = { text: 'It is about the plant, @Ana Ribeiro', mentions: [northwind.ids.ana] }
  await northwind.ask(threads.comment, { kind: 'item', id, ...words })
  now = new Date('2027-03-19T07:05:00Z')
  await look()
  expect(mail.mails[0]).toContain(`W-${number}`)
  expect(mail.mails[0]).toContain(`Something about W-${number}`)
  expect(mail.mails[0]).not.toMatch(/Tell nobody|Layoffs|plant/)
})

test('the link in a letter stops it without signing in, and lets it come again', async () => {
  now = new Date('2027-03-20T07:05:00Z')
  await look()
  const pass = /digest\/stop\/([\w.-]+)>/.exec(mail.mails[0] ?? '')?.[1] ?? ''
  const knock = (route: typeof agenda.stopDigest | typeof agenda.resumeDigest, given = pass) =>
    northwind.ask(route, { pass: given }, anonymous)
  expect(await knock(agenda.stopDigest)).toEqual({ rhythm: 'off' })
  now = new Date('2027-03-21T07:05:00Z')
  await look()
  expect(mail.mails).toHaveLength(1)
  expect(await knock(agenda.resumeDigest)).toEqual({ rhythm: 'daily' })
  await expect(knock(agenda.stopDigest, `${pass.slice(0, -2)}xx`)).rejects.toThrow('not whole')
  now = new Date('2027-07-21T07:05:00Z')
  await expect(knock(agenda.stopDigest)).rejects.toThrow('This link ended')
})

test('one that would be empty is not sent, and the page says so', async () => {
  now = new Date('2027-03-22T06:00:00Z')
  await choose('daily')
  const { items } = await northwind.as('ana')(work.items, { assigneeIds: [northwind.ids.ana] })
  await northwind.as('ana')(work.remove, { ids: items.map((one) => one.id) })
  const { people } = await northwind.as('ana')(identity.people, {})
  for (const one of people.filter((one) => one.state === 'invited'))
    await northwind.as('ana')(identity.disable, { id: one.id })
  await northwind.as('ana')(activity.markAll, {})
  now = new Date('2027-03-22T07:05:00Z')
  await look()
  expect(mail.mails).toHaveLength(0)
  expect((await past())[0]).toBe('daily 2027-03-22: empty')
  expect((await northwind.as('ana')(agenda.digest, {})).sections).toEqual([])
})
