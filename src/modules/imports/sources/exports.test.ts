import { expect, test } from 'vitest'
import { recognise } from './index.ts'

const sheet = (line: string) => ({
  file: 'export.csv',
  headings: line.split(line.includes(';') ? ';' : ','),
  preamble: [],
})

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
