import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '../../kernel/perform.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { files } from '../files/contract.ts'
import { intake } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false })
})
afterAll(() => northwind.close())

const bytes = (text: string) => new Blob([text]).stream()

test('an e-mail becomes a request to be completed; its headers are words, its attachment a file', async () => {
  const mail = [
    'From: "Bcc: all@firm.example" <nora@field.example>',
    'Subject: =?utf-8?q?A_leaflet=0D=0ABcc:_all@firm.example?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    '<p>Please make a leaflet</p><script>alert(1)</script>',
    '--b',
    'Content-Type: text/plain',
    'Content-Disposition: attachment; filename="../../brief.txt"',
    '',
    'The brief',
    '--b--',
  ].join('\r\n')
  const call = { actor: await northwind.actorOf('marco'), via: 'test', file: bytes(mail) }
  const made = await perform(northwind.app, intake.fromMail, {}, call)
  const one = await northwind.as('marco')(intake.show, { id: made.id })
  expect(one).toMatchObject({
    channel: 'mail',
    isComplete: false,
    email: 'nora@field.example',
    asker: 'nora@field.example',
  })
  expect(one.entries[0]).toMatchObject({ kind: 'mailed', by: 'nora@field.example' })
  expect(one.title).not.toMatch(/[\r\n]/)
  expect(one.purpose).toBe('Please make a leaflet')
  const hung = (await northwind.as('marco')(files.list, { kind: 'request', id: made.id })).items
  expect(hung.map((file) => file.name)).toEqual([expect.not.stringContaining('/')])
  const seen = { id: one.id, version: one.version }
  await expect(
    northwind.as('marco')(intake.accept, { ...seen, boardId: 'x', typeId: 'wty_task', notVision: 'Asked' }),
  ).rejects.toThrow('is not complete')
  await expect(northwind.as('marco')(intake.complete, { ...seen, hurry: 'The fair' })).rejects.toThrow(
    'Say what it is for, why so quickly, and its impact',
  )
  const complete = await northwind.as('marco')(intake.complete, {
    ...seen,
    hurry: 'The fair',
    impact: 'Talks',
  })
  expect(complete).toMatchObject({ isComplete: true, hurry: 'The fair', purpose: 'Please make a leaflet' })
  await expect(
    northwind.as('marco')(intake.complete, { id: one.id, version: complete.version, purpose: 'Mine now' }),
  ).rejects.toThrow('It says all it has to')
})

test('of an e-mail that is longer than a request holds nothing is lost', async () => {
  const words = 'A long story. '.repeat(600)
  const mail = `From: nora@field.example\r\nSubject: A story\r\n\r\n${words}`
  const call = { actor: await northwind.actorOf('marco'), via: 'test', file: bytes(mail) }
  const made = await perform(northwind.app, intake.fromMail, {}, call)
  expect(made.notes.join()).toContain('all of it is in message.txt')
  const { items } = await northwind.as('marco')(files.list, { kind: 'request', id: made.id })
  expect(items).toMatchObject([{ name: 'message.txt', size: words.trim().length }])
})
