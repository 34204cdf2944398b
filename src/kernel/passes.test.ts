import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../test/app.ts'
import { refused } from '../test/refused.ts'
import { makePass, requirePass } from './passes.ts'

let one: TestApp
let another: TestApp
beforeAll(async () => {
  one = await startTestApp({ work: false })
  another = await startTestApp({ work: false })
})
afterAll(async () => {
  await one.close()
  await another.close()
})

const now = new Date('2026-05-20T09:00:00Z')
const expiresAt = new Date('2026-06-20T09:00:00Z')
const pass = { purpose: 'intake.request', subject: 'req_1', version: 1, expiresAt }
const open = (token: string, more: Partial<Parameters<typeof requirePass>[2]> = {}) =>
  requirePass(one.app.db, token, { purpose: 'intake.request', now, versionOf: async () => 1, ...more })
const broken = refused('forbidden', /not whole, or not one of ours/)

test('a pass opens its record, for its purpose, until its day', async () => {
  const token = await makePass(one.app.db, pass)
  expect(token).toMatch(/^[\w.-]+$/)
  expect(await open(token)).toBe('req_1')
  await expect(open(token, { purpose: 'intake.admin' })).rejects.toEqual(broken)
  await expect(open(token, { now: expiresAt })).rejects.toEqual(refused('forbidden', /ended on 2026-06-20/))
})

test('counting the number up takes all passes back; a record that is gone sounds the same', async () => {
  const token = await makePass(one.app.db, pass)
  await expect(open(token, { versionOf: async () => 2 })).rejects.toEqual(refused('forbidden', /taken back/))
  await expect(open(token, { versionOf: async () => null })).rejects.toEqual(
    refused('forbidden', /taken back/),
  )
})

test('forged, altered, cut off and foreign passes open nothing', async () => {
  const token = await makePass(one.app.db, pass)
  const [subject = '', version = '', expires = '', signature = ''] = token.split('.')
  const other = Buffer.from('req_2').toString('base64url')
  const altered = [
    [other, version, expires, signature],
    [subject, '2', expires, signature],
    [subject, version, 'zzzzzzzz', signature],
    [subject, version, expires, `${signature}A`],
    [subject, version, expires, signature.slice(0, -1)],
    [subject, version, expires, ''],
    [subject, version, expires],
    [''],
    ['.'.repeat(10_000)],
  ]
  for (const parts of altered) await expect(open(parts.join('.'))).rejects.toEqual(broken)
  await another.app.db.updateTable('kernel_secrets').set({ secret: 'of another installation' }).execute()
  await expect(open(await makePass(another.app.db, pass))).rejects.toEqual(broken)
})

test('a pass names a record by its id, never by a text', async () => {
  await expect(makePass(one.app.db, { ...pass, subject: 'x'.repeat(1000) })).rejects.toThrow(RangeError)
})
