import { expect, test } from 'vitest'
import { recognise } from './index.ts'

const own = (line: string, values?: string[]) => {
  const headings = line.split(',')
  const columns = values?.map((value, i) => ({
    name: headings[i]!,
    type: 'text',
    samples: [value],
    filled: 1,
  }))
  return recognise({ file: 'mine.csv', headings, preamble: [], columns })
}

test.each([
  ['email,created_at,lead_source', 'contact'],
  ['Email,Date,Channel,Campaign,Kind', 'touch'],
  ['E-Mail,Timestamp,UTM source,UTM campaign,Event type', 'touch'],
  ['id,name,amount,stage,close_date', 'opportunity'],
  ['date,campaign,cost,impressions,clicks', 'ad_day'],
  ['Date,Channel,Sessions,Users', 'web_day'],
  ['contact_id,stage,entered_at', 'stage_entry'],
  ['company,website,industry,employees', 'account'],
])('%s maps by name onto %s without a hand', (line, object) => {
  const found = own(line)
  expect(found).toMatchObject({ verdict: 'mapped', declaration: 'by-name', unsettled: [], unused: [] })
  expect(found.verdict === 'mapped' && found.mapping.parts.map((part) => part.object)).toEqual([object])
  expect(found.verdict === 'mapped' && found.confidence).toBeLessThan(1)
})

test('without an identifier the e-mail address names the person', () => {
  const found = own('email,created_at,lead_source')
  expect(found.verdict === 'mapped' && found.mapping.parts[0]?.attributes).toEqual({
    key: { column: 'email' },
    email: { column: 'email' },
    created_at: { column: 'created_at' },
    origin: { column: 'lead_source' },
  })
})

test('misspelt headings are guessed and left for a person to confirm', () => {
  const found = own('Emial,Created dat,Lead Sorce')
  expect(found.verdict === 'unknown' && found.guesses?.parts[0]?.attributes).toMatchObject({
    email: { column: 'Emial' },
    created_at: { column: 'Created dat' },
    origin: { column: 'Lead Sorce' },
  })
})

test('values tell what a heading does not', () => {
  const found = own('who,when it was,what', ['ana@example.com', '2024-01-02', 'call'])
  expect(found.verdict === 'unknown' && found.guesses?.parts[0]?.attributes.email).toEqual({ column: 'who' })
})

test('a heading whose values contradict its name is not believed', () => {
  const found = own('email,date,channel,campaign', ['ana@example.com', 'soon', 'email', 'Spring'])
  expect(found.verdict).toBe('unknown')
  expect(JSON.stringify(found.verdict === 'unknown' && found.guesses)).not.toContain('date')
})

test.each([
  'id,name',
  'id,grp,cycle_time_days,created_date',
  'rec_id,given_name,surname,street_number,state',
])('%s could be anything and stays unknown', (line) => expect(own(line).verdict).toBe('unknown'))

test.each(['foo,bar', '', ',,', '💥'])('headings that resemble nothing yield no guess: “%s”', (line) => {
  expect(own(line)).toMatchObject({ verdict: 'unknown', guesses: null })
})

test('ten thousand headings and a very long one are answered like any other', () => {
  const line = Array.from({ length: 10_000 }, (_, i) => `column ${i} ${'x'.repeat(50)}`).join(',')
  expect(own(line).verdict).toBe('unknown')
  expect(own(`email${'l'.repeat(100_000)},created_at`).verdict).toBe('unknown')
})
