import { expect, test } from 'vitest'
import { type Recognition, recognise, type Sheet } from './index.ts'

const sheet = (line: string, more: Partial<Sheet> = {}): Sheet => ({
  file: 'export.csv',
  headings: line.split(line.includes(';') ? ';' : ','),
  preamble: [],
  ...more,
})

const attributesOf = (found: Recognition) =>
  found.verdict === 'mapped' ? found.mapping.parts[0]!.attributes : found.verdict

test('spaces, underscores, case and accents in headings do not matter', () => {
  const spelled = recognise(sheet('MQL ID,First contact date,landing-page id,ORIGIN'))
  expect(spelled).toMatchObject({ verdict: 'mapped', declaration: 'olist-leads' })
  expect(attributesOf(spelled)).toMatchObject({
    key: { column: 'MQL ID' },
    lead_at: { column: 'First contact date' },
  })
})

test('the currency of Meta’s spend is read out of its heading where no column names it', () => {
  const line = 'Reporting starts,Reporting ends,Ad name,Amount spent (cad),Impressions'
  expect(attributesOf(recognise(sheet(line)))).toMatchObject({
    currency: { constant: 'CAD' },
    spend: { column: 'Amount spent (cad)' },
    level: { constant: 'ad' },
    last_day: { column: 'Reporting ends' },
  })
  expect(attributesOf(recognise(sheet(`${line},Currency`)))).toMatchObject({
    currency: { column: 'Currency' },
  })
})

test('a daily Meta report has a day and no last day', () => {
  const found = recognise(
    sheet('Campaign name,Day,Impressions,Amount spent (EUR),Reporting starts,Reporting ends'),
  )
  expect(attributesOf(found)).toMatchObject({ day: { column: 'Day' }, level: { constant: 'campaign' } })
  expect(attributesOf(found)).not.toHaveProperty('last_day')
})

test('an ad platform’s micros are scaled', () => {
  const found = recognise(sheet('customer_id,date,campaign_id,clicks,cost_micros,impressions'))
  expect(attributesOf(found)).toMatchObject({ spend: { column: 'cost_micros', scale: 'micros' } })
})

test('a Salesforce lead became an opportunity only where conversion made one', () => {
  const found = recognise(sheet('Id,Company,Status,IsConverted,ConvertedDate,ConvertedOpportunityId'))
  expect(attributesOf(found)).toMatchObject({
    opportunity_at: { column: 'ConvertedDate', when: { column: 'ConvertedOpportunityId', filled: true } },
  })
})

test('the kind of a Marketing Cloud extract comes from its columns or its name, else it is asked for', () => {
  const base = 'SendID,SubscriberKey,EmailAddress,EventDate,BatchID'
  expect(attributesOf(recognise(sheet(`${base},URL`)))).toMatchObject({ kind: { constant: 'email_click' } })
  expect(attributesOf(recognise(sheet(base, { file: 'Opens.csv' })))).toMatchObject({
    kind: { constant: 'email_open' },
  })
  expect(recognise(sheet(base))).toMatchObject({ verdict: 'mapped', unsettled: ['touch.kind'] })
})

test('people of HubSpot, Salesforce and Marketo are not taken for each other', () => {
  const declared = (line: string) => {
    const found = recognise(sheet(line, { file: 'contacts.csv' }))
    return found.verdict === 'unknown' ? 'unknown' : found.declaration
  }
  expect(declared('Record ID,First Name,Last Name,Email,Lead Status,Contact owner')).toBe(
    'hubspot-contacts-export',
  )
  expect(declared('Contact ID,First Name,Last Name,Email,Account Name,Lead Source,Contact Owner')).toBe(
    'salesforce-contacts',
  )
  expect(declared('Id,AccountId,OwnerId,LastName,FirstName,Email,LeadSource')).toBe('salesforce-contacts')
  expect(declared('owner_id,email,first_name,last_name')).toBe('hubspot-owners')
  expect(declared('id,email,firstName,lastName,leadScore,createdAt')).toBe('marketo-leads')
  expect(declared('id,property_email,property_firstname,property_lastname')).toBe('hubspot-contacts')
})

test('identifiers of another object count against a look-alike', () => {
  const line = 'Id,Name,Status,Type,StartDate,BudgetedCost'
  const confidence = (id: string) => {
    const columns = [{ name: 'Id', type: 'text', samples: [id], filled: 1 }]
    const found = recognise(sheet(line, { columns }))
    return found.verdict === 'mapped' ? found.confidence : 0
  }
  expect(confidence('7015e000000AbCdEAF')).toBeGreaterThan(confidence('0035e000000AbCdEAF'))
})

test('HubSpot’s dates of lifecycle stages are read under their older and their newer labels', () => {
  const line =
    'Record ID,Email,Lifecycle Stage,Became a Lead Date,Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"'
  expect(attributesOf(recognise(sheet(line)))).toMatchObject({
    lead_at: { column: 'Became a Lead Date' },
    mql_at: { column: 'Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"' },
  })
})
