import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land, upload } from '../../test/imports.ts'
import type { Import } from '../imports/contract.ts'
import { quality } from '../quality/contract.ts'

let app: TestApp
const file = (name: string, lines: string[]) => {
  const path = join(app.folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
let landed: Import[]
beforeAll(async () => {
  app = await startTestApp()
  // Handed in with the list last: what names people is held against it all the same.
  landed = await land(app, [
    file('sf_report.csv', [
      'Opportunity ID,Opportunity Name,Stage,Account ID,Contact ID,Created Date,Close Date',
      ...[1, 2, 3].map((n) => `006${n},Deal ${n},Open,NORD-7${n},C-${n},2025-02-01,2025-05-01`),
      '0064,Deal 4,Open,0011,0031,2025-02-01,2025-05-01',
    ]),
    file('sf_accounts.csv', ['Account ID,Account Name,Industry,Billing Country', '0011,North,Pumps,Germany']),
    file('sf_contacts.csv', ['Id,Last Name,Account ID,Lead Source', '0031,Dole,0011,Web']),
  ])
})
afterAll(() => app.close())

const says = (name: string) => landed.find((one) => one.file === name)?.notes.map((note) => note.says) ?? []

test('the receipt says how many of the contacts it names are known', () => {
  expect(landed.map((one) => one.status)).toEqual(['landed', 'landed', 'landed'])
  expect(says('sf_report.csv')).toContain(
    '1 of 4 contacts known: the others that opportunity.contact_key names are in no imported list.',
  )
  expect(says('sf_contacts.csv').join()).not.toContain('known')
})

test('unknown contacts are one finding with their number and examples, and so are unknown accounts', async () => {
  const { items } = await app.ask(quality.findings, {})
  const [contacts, ...others] = items.filter((one) => one.kind === 'unknown-contact')
  expect(others).toEqual([])
  expect(contacts).toMatchObject({ title: 'Opportunities name unknown contacts', rows: 3 })
  expect(contacts?.says).toContain('3 of 4 opportunities name 3 of 4 contacts by a key')
  expect(contacts?.says).toContain('(for example C-1)')
  expect(contacts?.sample).toHaveLength(3)
  const accounts = items.filter((one) => one.kind === 'unknown-name' && one.title.includes('accounts'))
  expect(accounts.map(({ title, rows }) => [title, rows])).toEqual([['3 accounts are missing', 3]])
})

test('columns that are not used are named, and one that looks like the rows’ own name is pointed at', async () => {
  const [touches] = await upload(
    app,
    file('touches.csv', [
      'touch_key,email,time,channel,kind,mood',
      ...[1, 2, 3].map((n) => `T-000${n},p${n}@firm.example,2025-03-0${n} 10:00,Email,visit,fine`),
    ]),
  )
  expect(touches?.notes.map(({ kind, says }) => [kind, says])).toEqual(
    expect.arrayContaining([
      ['info', '2 columns are not used: touch_key, mood.'],
      [
        'warning',
        'touch_key looks like the row’s own name; map it to key so that a later file can restate it.',
      ],
    ]),
  )
})
