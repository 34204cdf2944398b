import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../kernel/perform.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { filed, knock, said } from '../../test/intake.ts'
import { answers } from '../answers/contract.ts'
import { files } from '../files/contract.ts'
import { identity } from '../identity/contract.ts'
import { intake, type OfferedType } from './contract.ts'

let northwind: Company
let type: OfferedType
const clock = { now: new Date('2026-05-20T09:00:00Z') }

beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => clock.now })
  for (const one of (await northwind.as('marco')(intake.types, {})).items.slice(0, 1))
    await northwind.as('marco')(intake.changeType, {
      ...{ id: one.id, version: one.version, audience: 'everybody' },
      questions: [
        { id: 'size', label: 'Which size?', kind: 'choice', isRequired: true, options: ['Small', 'Large'] },
        { id: 'link', label: 'Where is it?', kind: 'link' },
      ],
    })
  type = (await knock(northwind)(intake.door, {})).types[0]!
})
afterAll(() => northwind.close())

const ask = () => knock(northwind)
const later = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000)
}
const form = async () => {
  const { ticket } = await ask()(intake.openForm, {})
  later(1)
  return { ...said, typeId: type.id, typeVersion: type.version, ticket, answers: { size: 'Small' } }
}
const bytes = (text: string) => new Blob([text]).stream()

test('ten megabytes of text are refused in a sentence', async () => {
  const body = { ...(await form()), purpose: 'x'.repeat(10_000_000) }
  await expect(ask()(intake.file, body)).rejects.toThrow(/5,000 letters at most/)
})

test('a form is sent once, by hand, and not by a machine', async () => {
  const once = { ...(await form()), title: 'Sent once' }
  await ask()(intake.file, once)
  later(20)
  await expect(ask()(intake.file, { ...once, title: 'Sent twice' })).rejects.toThrow('sent already')
  const trapped = { ...(await form()), website: 'http://buy.example' }
  await expect(ask()(intake.file, trapped)).rejects.toThrow('fill it in by hand')
  const forged = { ...(await form()), ticket: 'abc.def.ghi' }
  await expect(ask()(intake.file, forged)).rejects.toThrow('Load the page anew')
})

test('own questions are asked of everybody, and a script is no web address', async () => {
  const body = { ...(await form()), title: 'Without a size', answers: {} }
  await expect(ask()(intake.file, body)).rejects.toThrow('“Which size?” needs an answer')
  const script = {
    ...(await form()),
    title: 'With a script',
    answers: { size: 'Small', link: 'javascript:alert(1)' },
  }
  await expect(ask()(intake.file, script)).rejects.toThrow('“Where is it?” is not a web address')
  const odd = { ...(await form()), title: 'With an odd size', answers: { size: 'Huge' } }
  await expect(ask()(intake.file, odd)).rejects.toThrow('is none of the choices')
  const { items } = await northwind.as('marco')(intake.list, { q: 'With' })
  expect(items).toEqual([])
})

test('a form that is a day old, or of an older version, says so and loses nothing else', async () => {
  const old = { ...(await form()), title: 'Opened yesterday' }
  later(25 * 60)
  await expect(ask()(intake.file, old)).rejects.toThrow('open for more than a day')
  const before = { ...(await form()), title: 'Older questions', typeVersion: type.version - 1 }
  await expect(ask()(intake.file, before)).rejects.toThrow('have changed since you opened this page')
})

test('a forged link opens nothing, and links can be taken back', async () => {
  const { token, number } = await filed(northwind, clock, { title: 'Followed', answers: { size: 'Large' } })
  const [body, ...rest] = token.split('.')
  const other = [`${body!.slice(0, -2)}AA`, ...rest].join('.')
  for (const forged of [other, `${token}x`, 'x', 'a'.repeat(690)])
    await expect(ask()(intake.follow, { token: forged })).rejects.toThrow('not whole, or not one of ours')
  const { id } = await northwind.as('marco')(intake.show, { id: `R-${number}` })
  await northwind.as('marco')(intake.handOutLink, { id, isTakenBack: true })
  await expect(ask()(intake.follow, { token })).rejects.toThrow('taken back')
  const { path } = await northwind.as('marco')(intake.handOutLink, { id })
  expect((await ask()(intake.follow, { token: path!.split('/').at(-1)! })).title).toBe('Followed')
})

test('a drawing with a script in it is served so that nothing in it runs', async () => {
  const { key } = await ask()(intake.openFiles, {})
  const call = {
    actor: { kind: 'anonymous' as const, id: 'anonymous', name: 'Nobody', permissions: new Set<string>() },
  }
  await perform(
    northwind.app,
    files.handIn,
    { key, name: 'logo.svg' },
    {
      ...{ ...call, via: 'test', address: '203.0.113.9' },
      file: bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    },
  )
  const { token, number } = await filed(northwind, clock, {
    ...{ title: 'With a drawing', answers: { size: 'Small' }, filesKey: key },
  })
  const { files: hung } = await ask()(intake.follow, { token })
  expect(hung.map((one) => one.name)).toEqual(['logo.svg'])
  const pass = hung[0]!.path.split('/').at(-1)!
  const served = (await ask()(files.handOut, { pass })) as { type: string }
  expect(served.type).not.toContain('svg')
  const { id } = await northwind.as('marco')(intake.show, { id: `R-${number}` })
  expect((await northwind.as('marco')(files.list, { kind: 'request', id })).items).toHaveLength(1)
})

test('what is asked of one team stays with it, also where an answer is said to answer it', async () => {
  const marco = northwind.as('marco')
  const { id: teamId } = await northwind.as('ana')(identity.addTeam, {
    ...{ name: 'Reserved', members: [northwind.ids.marco] },
  })
  const closed = await marco(intake.addType, { name: 'Reserved', audience: 'team', teamId })
  const asked = { typeId: closed.id, typeVersion: closed.version, ticket: '', title: 'Sell the plant' }
  const { number } = await marco(intake.file, { ...said, ...asked })
  const { id: answerId } = await northwind.as('ana')(answers.ask, { text: 'How is something announced?' })
  const one = await marco(intake.show, { id: `R-${number}` })
  await marco(intake.decline, {
    ...{ id: one.id, version: one.version, reason: 'answered', words: 'It is written down.', answerId },
  })
  const question = await northwind.as('kai')(answers.show, { id: answerId })
  expect(question.asked).toBe(2)
  expect(JSON.stringify(question)).not.toMatch(/Sell the plant|Nora/)
})

test('who triages nothing decides nothing, and who has no account sees no list', async () => {
  const { number } = await filed(northwind, clock, { title: 'Not yours', answers: { size: 'Small' } })
  const one = await northwind.as('kai')(intake.show, { id: `R-${number}` })
  expect(one.whyNotTriage).toContain('Triage needs the permission')
  await expect(
    northwind.as('kai')(intake.defer, { id: one.id, version: 1, until: '2026-09-01' }),
  ).rejects.toThrow('permission')
  await expect(ask()(intake.list, {})).rejects.toThrow('Sign in')
  await expect(northwind.as('sam')(intake.show, { id: one.id })).rejects.toThrow('permission')
})
