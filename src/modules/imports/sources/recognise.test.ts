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

// Headings as the systems' own exports print them.
test.each([
  [
    'Session primary channel group (Default channel group),Date + hour (YYYYMMDDHH),Users,Sessions,Engaged sessions,Average engagement time per session,Engaged sessions per user,Events per session,Engagement rate,Event count',
    'ga4-report',
  ],
  [
    'Account name,Campaign name,Day,Impressions,Frequency,Currency,Amount spent (EUR),Purchases,Purchases conversion value,Link clicks,Reporting starts,Reporting ends',
    'meta-ads-manager',
  ],
  [
    'Reporting starts,Reporting ends,Campaign name,Ad set name,Ad name,Amount spent (USD),Impressions,Link clicks,Purchases,Cost per Purchase (USD),Frequency',
    'meta-ads-manager',
  ],
  [
    'Reporting starts,Reporting ends,Ad name,Results,Result indicator,Reach,Amount spent (CAD),Impressions',
    'meta-ads-manager',
  ],
  [
    "Début des rapports;Nom de la campagne;Nom de l'ensemble de publicités;Impressions;Clics sur un lien;Montant dépensé (EUR);Résultats;Valeur de conversion des achats;Répétition",
    'meta-ads-manager',
  ],
  [
    'Start Date (in UTC),Account Name,Campaign Group Name,Campaign Name,Campaign ID,Currency,Total Spent,Impressions,Clicks',
    'linkedin-campaign-manager',
  ],
  [
    'Start Date (in UTC),Campaign Group Name,Campaign Name,Campaign ID,Ad ID,Ad Name,Campaign Objective,Ad Format,Impressions,Clicks,Total Spent,Reach,Leads,Conversions',
    'linkedin-campaign-manager',
  ],
  [
    'Account name,Campaign name,Ad group,Keyword,Impressions,Clicks,Spend,Conversions,Revenue,Quality score',
    'microsoft-ads-report',
  ],
  [
    'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner',
    'hubspot-contacts-export',
  ],
  ['Record ID,First Name,Last Name,Email,Phone Number,Associated Company IDs', 'hubspot-contacts-export'],
  ['Record ID,Company name,Website URL,Company owner,Create Date', 'hubspot-companies-export'],
  ['Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount', 'hubspot-deals-export'],
  [
    'Territory Region,Opportunity Owner,Account Name,Opportunity Name,Stage,Forecast Category,Total Amount Currency,Total Amount,Fiscal Period,Close Date',
    'salesforce-opportunity-report',
  ],
  [
    'Lead ID,First Name,Last Name,Company / Account,Email,Lead Source,Lead Status,Lead Score,Lead Owner,Create Date',
    'salesforce-leads',
  ],
  [
    'Id,IsDeleted,LastName,FirstName,Company,LeadSource,Status,IsConverted,ConvertedDate,ConvertedOpportunityId,CreatedDate',
    'salesforce-leads',
  ],
  ['Id,AccountId,LastName,FirstName,Email,LeadSource,OwnerId,CreatedDate', 'salesforce-contacts'],
  ['Id,Name,BillingCountry,Industry,NumberOfEmployees,Website', 'salesforce-accounts'],
  [
    'Id,AccountId,Name,StageName,Amount,Probability,CloseDate,IsWon,IsClosed,CreatedDate',
    'salesforce-opportunities',
  ],
  [
    'Id,OpportunityId,CreatedDate,StageName,Amount,ExpectedRevenue,CloseDate,Probability,ForecastCategory',
    'salesforce-opportunity-history',
  ],
  ['Id,Name,Type,Status,StartDate,EndDate,BudgetedCost,ActualCost,IsActive', 'salesforce-campaigns'],
  [
    'Id,CampaignId,LeadId,ContactId,Status,HasResponded,FirstRespondedDate,CreatedDate',
    'salesforce-campaign-members',
  ],
  ['Id,LeadId,Field,OldValue,NewValue,CreatedDate', 'salesforce-lead-history'],
  [
    'Id,First Name,Last Name,Email Address,Company Name,Lead Source,Lead Status,Lead Score,Created At',
    'marketo-leads',
  ],
  [
    'marketoGUID,leadId,activityDate,activityTypeId,campaignId,primaryAttributeValueId,primaryAttributeValue,attributes',
    'marketo-activities',
  ],
  [
    'ClientID,SubscriberKey,EmailAddress,SubscriberID,Status,DateHeld,DateCreated,DateUnsubscribed',
    'marketing-cloud-subscribers',
  ],
  [
    'ClientID,SendID,SubscriberKey,EmailAddress,SubscriberID,ListID,EventDate,EventType,BatchID',
    'marketing-cloud-tracking',
  ],
  [
    '(Do Not Modify) Lead,Name,Topic,Status Reason,Created On,Email,Company Name,Lead Source,Owner',
    'dynamics-leads',
  ],
  [
    'Topic,Potential Customer,Status,Status Reason,Est. Close Date,Est. Revenue,Actual Close Date,Actual Revenue,Owner,Created On',
    'dynamics-opportunities',
  ],
  ['path,conversions,value,nulls', 'journeys'],
  ['path;total_conversions;total_conversion_value;total_null', 'journeys'],
])('%s', (line, declaration) => {
  const found = recognise(sheet(line))
  expect(found).toMatchObject({ verdict: 'mapped', declaration, unsettled: [] })
})

test.each([
  ['Summary,Issue key,Issue id,Issue Type,Status,Project key,Created,Labels,Labels', 'jira'],
  [
    'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task',
    'asana',
  ],
  [
    'Card ID,Card Name,Card URL,Card Description,Labels,Members,Due Date,List ID,List Name,Board ID,Board Name',
    'trello-cards',
  ],
  ['Name,Subitems,Person,Status,Timeline,Item ID (auto generated)', 'monday'],
])('work items are known and left aside: %s', (line, declaration) => {
  expect(recognise(sheet(line))).toMatchObject({ verdict: 'known-not-used', declaration })
})

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
