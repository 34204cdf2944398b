import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Row, Warehouse } from '../../../engine/warehouse.ts'
import { builtInWords } from '../vocabulary.ts'
import { type DemoTruth, demoPeople, generateDemo } from './index.ts'

const until = '2026-03-31'
const folders: string[] = []
let folder: string
let truth: DemoTruth
let db: Warehouse

async function made(seed: number): Promise<{ folder: string; truth: DemoTruth }> {
  const folder = await mkdtemp(join(tmpdir(), 'fullscore-demo-'))
  folders.push(folder)
  return { folder, truth: (await generateDemo(folder, { size: 'tiny', seed, until })).truth }
}

beforeAll(async () => {
  ;({ folder, truth } = await made(7))
  db = await Warehouse.open({ path: ':memory:' })
})

afterAll(async () => {
  await db.close()
  for (const made of folders) await rm(made, { recursive: true })
})

const file = (name: string) => `'${join(folder, name)}'`
const one = async (query: string): Promise<Row> => (await db.query(query))[0]!

async function fingerprints(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  const hashes = names.map(async ({ name }) => [name, hashOf(await readFile(join(folder, name)))])
  return Object.fromEntries(await Promise.all(hashes))
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('the same wish gives the same company', () => {
  test('one seed gives the same bytes twice', async () => {
    const again = await made(7)
    expect(await fingerprints(again.folder)).toEqual(await fingerprints(folder))
    expect(again.truth).toEqual(truth)
  })

  test('another seed gives another company', async () => {
    const other = await made(8)
    expect(other.truth.totals).not.toEqual(truth.totals)
  })

  test('a day that does not exist and an unknown size are refused in words', async () => {
    await expect(generateDemo(folder, { size: 'tiny', until: '2026-02-30' })).rejects.toThrow('YYYY-MM-DD')
    await expect(generateDemo(folder, { size: 'huge' as 'tiny', until })).rejects.toThrow(
      'tiny, small, large',
    )
  })
})

describe('the files hold what the truth says', () => {
  test('people and their stages', async () => {
    const counts =
      await one(`select count(*) as people, count("MQL Date") as mql, count("SAL Date") as sal, count("SQL Date") as sql
      from ${file('marketo-people.csv')}`)
    expect(truth.totals).toMatchObject(counts)
    const crm =
      await one(`select count("MQL_Date__c") as mql, count("SAL_Date__c") as sal, count("SQL_Date__c") as sql,
      count("Rejected_Date__c") as rejected from ${file('salesforce-leads.csv')}`)
    expect(truth.totals).toMatchObject(crm)
  })

  test('opportunities, won, lost and their value', async () => {
    const counts = await one(`select count(*) as opportunities, count(*) filter ("IsWon") as won,
      count(*) filter ("IsClosed" and not "IsWon") as lost, sum("Amount") filter ("IsWon")::bigint as "wonValue"
      from ${file('salesforce-opportunities.csv')}`)
    expect(truth.totals).toMatchObject(counts)
    expect(truth.totals.won).toBeGreaterThan(0)
  })

  test('touches, and how many carry a source nobody has mapped', async () => {
    const { touches, unmapped } = await one(`select count(*) as touches,
      count(*) filter ("Channel" = '${truth.defects.unmappedSource.source}') as unmapped from ${file('marketo-activities.parquet')}`)
    expect(touches).toBe(truth.totals.touches)
    expect(unmapped).toBe(truth.defects.unmappedSource.rows)
  })

  test('spend of each platform', async () => {
    const meta = await one(
      `select sum("Amount spent (USD)")::decimal(18, 2)::double as spend from ${file('meta-ads-manager.csv')}`,
    )
    expect(meta.spend).toBe(truth.totals.spend.meta_ads)
    const google = await readFile(join(folder, 'google-ads-campaign-report.csv'), 'utf8')
    expect(google.trimEnd().split('\n').at(-1)).toContain(`,${truth.totals.spend.google_ads!.toFixed(2)},`)
  })

  test('no touch of web or e-mail in the month tracking was out, and twice the spend', async () => {
    const { month } = truth.outage
    const kinds =
      await db.query(`select distinct "Activity Type" as kind from ${file('marketo-activities.parquet')}
      where strftime("Activity Date", '%Y-%m') = '${month}' and "Activity Type" in ('Visit Webpage', 'Send Email', 'Click Email')`)
    expect(kinds).toEqual([])
    expect(truth.outage.lostTouches).toBeGreaterThan(0)
    const days =
      await one(`select count(*) as days from read_csv(${file('ga4-traffic-acquisition.csv')}, skip = 9, header = true)
      where "Date"::varchar like '${month.replace('-', '')}%'`)
    expect(days.days).toBe(0)
  })

  test('the planted defects can be found', async () => {
    const { misspeltProduct, wonBeforeLead, blankEmails } = truth.defects
    const found = await one(
      `select count(*) filter ("Product Name" = '${misspeltProduct.wrong}') as wrong from ${file('salesforce-opportunities.csv')}`,
    )
    expect(found.wrong).toBe(misspeltProduct.rows)
    expect(misspeltProduct.rows).toBeGreaterThan(0)
    const blank = await one(
      `select count(*) as blank from ${file('marketo-people.csv')} where "Email Address" is null`,
    )
    expect(blank.blank).toBe(blankEmails)
    const early = await db.query(`select deals."Id" as id from ${file('salesforce-opportunities.csv')} deals
      join ${file('salesforce-leads.csv')} leads on leads."ConvertedOpportunityId" = deals."Id"
      join ${file('marketo-people.csv')} people on people."Email Address" = leads."Email"
      where deals."IsWon" and deals."CloseDate" < people."Created At"::date order by 1`)
    expect(early.map(({ id }) => id)).toEqual(wonBeforeLead.opportunities)
  })
})

describe('the company hangs together', () => {
  test.each([
    ['marketo-people.csv', 'Created At'],
    ['marketo-people.csv', 'SQL Date'],
    ['marketo-activities.parquet', 'Activity Date'],
    ['salesforce-leads.csv', 'Rejected_Date__c'],
    ['salesforce-opportunities.csv', 'CreatedDate'],
    ['salesforce-opportunity-history.csv', 'CreatedDate'],
    ['meta-ads-manager.csv', 'Day'],
  ])('in %s every %s lies in the three years', async (name, column) => {
    const { first, last } = await one(
      `select min("${column}")::date::varchar as first, max("${column}")::date::varchar as last from ${file(name)}`,
    )
    expect(truth.from).toBe('2023-04-01')
    expect(String(first) >= truth.from).toBe(true)
    expect(String(last) <= until).toBe(true)
  })

  test.each([
    ['salesforce-opportunities.csv', 'AccountId', 'salesforce-accounts.csv', 'Id'],
    ['salesforce-opportunities.csv', 'ContactId', 'salesforce-contacts.csv', 'Id'],
    ['salesforce-opportunities.csv', 'OwnerId', 'salesforce-users.csv', 'Id'],
    ['salesforce-opportunity-history.csv', 'OpportunityId', 'salesforce-opportunities.csv', 'Id'],
    ['salesforce-opportunity-contact-roles.csv', 'ContactId', 'salesforce-contacts.csv', 'Id'],
    ['salesforce-leads.csv', 'ConvertedOpportunityId', 'salesforce-opportunities.csv', 'Id'],
    ['salesforce-leads.csv', 'Email', 'marketo-people.csv', 'Email Address'],
    ['salesforce-contacts.csv', 'Email', 'marketo-people.csv', 'Email Address'],
    ['marketo-activities.parquet', 'Person ID', 'marketo-people.csv', 'Id'],
    ['salesforce-accounts.csv', 'OwnerId', 'salesforce-users.csv', 'Id'],
  ])('in %s every %s is found in %s', async (name, column, other, key) => {
    const { orphans } = await one(`select count(*) as orphans from ${file(name)}
      where "${column}" is not null and "${column}" not in (select "${key}" from ${file(other)} where "${key}" is not null)`)
    expect(orphans).toBe(0)
  })

  test('no two people share an address', async () => {
    const { twins } = await one(
      `select count("Email Address") - count(distinct "Email Address") as twins from ${file('marketo-people.csv')}`,
    )
    expect(twins).toBe(0)
  })

  test('direct visits cause nothing, and every other channel has a planted effect', () => {
    expect(truth.channels.direct.effect).toBe(0)
    expect(truth.incremental.Direct).toEqual({ mqls: 0, opportunities: 0, won: 0 })
    expect(Object.values(truth.channels).filter(({ effect }) => effect > 0)).toHaveLength(10)
  })

  test('the vocabulary reads ten channels out of both spellings, and not the leaflet’s', () => {
    const read = (raw: string) => builtInWords.find((word) => word.raw === raw.toLowerCase())?.value
    for (const { word, label, utm } of Object.values(truth.channels)) {
      expect([read(label), read(utm)]).toEqual([word, word])
    }
    expect(Object.keys(truth.incremental)).toHaveLength(10)
    expect(read(truth.defects.unmappedSource.source)).toBeUndefined()
  })

  test('everyone who can sign in reports to someone who can, and nobody’s address is real', () => {
    const addresses = demoPeople.map(({ email }) => email)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const { email, reportsTo } of demoPeople) {
      expect(email).toMatch(/\.example$/)
      if (reportsTo) expect(addresses).toContain(reportsTo)
    }
  })
})
