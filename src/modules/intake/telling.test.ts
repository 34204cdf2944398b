import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { filed } from '../../test/intake.ts'
import { startMailServer } from '../../test/mail.ts'
import { intake } from './contract.ts'
import { tellAskers } from './server/telling.ts'

let northwind: Company
let mail: Awaited<ReturnType<typeof startMailServer>>
const clock = { now: new Date('2026-05-20T09:00:00Z') }
beforeAll(async () => {
  mail = await startMailServer()
  const env = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, FULLSCORE_URL: 'https://score.example' }
  northwind = await startCompany({ clock: () => clock.now, work: false, env })
  for (const type of (await ana()(intake.types, {})).items)
    await ana()(intake.changeType, { id: type.id, version: type.version, audience: 'everybody' })
})
afterAll(async () => {
  await northwind.close()
  mail.close()
})
beforeEach(() => {
  mail.mails.length = 0
})

const ana = () => northwind.as('ana')
const look = async () => {
  clock.now = new Date(clock.now.getTime() + 2 * 60_000)
  await tellAskers.run(northwind.app, {})
}
async function declined(title: string, email: string) {
  const { number } = await filed(northwind, clock, { title, email, wantsMail: true })
  const { id, version } = await ana()(intake.show, { id: `R-${number}` })
  await ana()(intake.decline, { id, version, reason: 'capacity', words: 'Not this month.' })
  return { id, number }
}

test('whoever wants it is told once by e-mail, with a link and nothing that anybody typed', async () => {
  const { number } = await declined('A flag for the roof', 'nora@field.example')
  await look()
  await look()
  expect(mail.mails).toHaveLength(1)
  expect(mail.mails[0]).toContain('To: nora@field.example')
  expect(mail.mails[0]).toContain(`R-${number} at Northwind Instruments`)
  expect(mail.mails[0]).toContain('https://score.example/asked/')
  expect(mail.mails[0]).not.toMatch(/flag for the roof|Not this month/)
})

test('an address that takes no mail keeps nobody else from theirs, and is asked no more', async () => {
  mail.state.unknown = 'gone@field.example'
  const { id } = await declined('A song for the fair', 'gone@field.example')
  await declined('A hymn for the fair', 'nora@field.example')
  await look()
  expect(mail.mails.map((one) => /^To: (.*)$/m.exec(one)?.[1])).toEqual(['nora@field.example'])
  const { entries } = await ana()(intake.show, { id })
  expect(entries.at(-1)).toMatchObject({ isShown: false, words: expect.stringContaining('takes no mail') })
  mail.state.unknown = ''
  await look()
  expect(mail.mails).toHaveLength(1)
})

test('without a mail server nobody is told, and everybody is once it is there again', async () => {
  await declined('A poem for the fair', 'nora@field.example')
  mail.state.refuses = true
  await expect(look()).rejects.toThrow()
  mail.state.refuses = false
  await look()
  expect(mail.mails).toHaveLength(1)
})
