import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { columnsRead, type Recognition, recognise } from './index.ts'

const folder = sharedData()
if (!folder) console.warn('Skipped: no ../shared/data beside the repository and FULLSCORE_SHARED is not set.')

const SYSTEMS = [
  'olist',
  'maven-crm',
  'kag-facebook-ads',
  'google-ads-export',
  'hubspot',
  'salesforce',
  'ads-platforms',
]

describe.skipIf(!folder && process.env.CI !== 'true')('the public data of real systems', () => {
  test('the shared data is there', () => expect(folder).toBeDefined())

  test.each(SYSTEMS)('no file of %s is unknown and none leaves a question open', (system) => {
    const results = Object.entries(recogniseAll(system))
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter(([, { verdict }]) => verdict === 'unknown')).toEqual([])
    expect(results.flatMap(([, found]) => (found.verdict === 'mapped' ? found.unsettled : []))).toEqual([])
  })

  test.each([
    ['olist', 'olist_marketing_qualified_leads_dataset.csv', 'olist-leads', ['contact']],
    ['olist', 'olist_closed_deals_dataset.csv', 'olist-deals', ['opportunity']],
    ['maven-crm', 'sales_pipeline.csv', 'maven-pipeline', ['opportunity']],
    ['maven-crm', 'accounts.csv', 'maven-accounts', ['account']],
    ['maven-crm', 'sales_teams.csv', 'maven-teams', ['owner']],
    ['maven-crm', 'products.csv', 'maven-products', ['product']],
    ['kag-facebook-ads', 'KAG_conversion_data.csv', 'kag-facebook-ads', ['ad_day']],
    ['google-ads-export', 'Campaign_report.csv', 'google-ads-report', ['ad_day']],
    ['path-data', 'Data.csv', 'journeys', ['journey']],
    ['hubspot', 'contact_data.csv', 'hubspot-contacts', ['contact']],
    ['hubspot', 'company_data.csv', 'hubspot-companies', ['account']],
    ['hubspot', 'deal_data.csv', 'hubspot-deals', ['opportunity']],
    ['hubspot', 'deal_stage_data.csv', 'hubspot-deal-stages', ['opportunity_stage']],
    ['hubspot', 'deal_pipeline_stage_data.csv', 'hubspot-pipeline-stages', ['pipeline_stage']],
    ['hubspot', 'email_event_data.csv', 'hubspot-email-events', ['touch']],
    ['hubspot', 'contact_form_submission_data.csv', 'hubspot-form-submissions', ['touch']],
    ['salesforce', 'sf_lead_data.csv', 'salesforce-leads', ['contact']],
    ['salesforce', 'sf_contact_data.csv', 'salesforce-contacts', ['contact']],
    ['salesforce', 'sf_account_data.csv', 'salesforce-accounts', ['account']],
    ['salesforce', 'sf_opportunity_data.csv', 'salesforce-opportunities', ['opportunity']],
    [
      'salesforce',
      'sf_opportunity_history_data.csv',
      'salesforce-opportunity-versions',
      ['opportunity_stage'],
    ],
    ['salesforce', 'sf_task_data.csv', 'salesforce-tasks', ['touch']],
    ['salesforce', 'sf_event_data.csv', 'salesforce-events', ['touch', 'touch']],
    ['salesforce', 'sf_user_data.csv', 'salesforce-users', ['owner']],
  ])('%s/%s is %s', (system, file, declaration, objects) => {
    const found = recogniseAll(system)[file]!
    expect(found).toMatchObject({ verdict: 'mapped', declaration })
    expect(found.verdict === 'mapped' && found.mapping.parts.map(({ object }) => object)).toEqual(objects)
  })

  test('every level of advertising detail keeps its level', () => {
    const levels = Object.entries(recogniseAll('ads-platforms')).flatMap(([file, found]) => {
      const level = found.verdict === 'mapped' ? found.mapping.parts[0]?.attributes.level : undefined
      return level && 'constant' in level
        ? [`${file.replace(/_data\.csv|\.csv/, '')}: ${level.constant}`]
        : []
    })
    expect(levels).toMatchSnapshot()
  })

  test('the Google Ads report takes its days from above the heading', () => {
    const found = recogniseAll('google-ads-export')['Campaign_report.csv']!
    expect(found.verdict === 'mapped' && found.mapping.parts[0]?.attributes).toMatchObject({
      day: { preamble: 'first-day' },
      last_day: { preamble: 'last-day' },
      spend: { column: 'Cost' },
      currency: { column: 'Currency code' },
      level: { constant: 'campaign' },
    })
  })

  test('every proposed column is a heading of the file', () => {
    for (const system of [...SYSTEMS, 'path-data']) {
      for (const [file, found] of Object.entries(recogniseAll(system))) {
        if (found.verdict !== 'mapped') continue
        const { headings } = headOf(system, file)
        for (const column of columnsRead(found.mapping)) expect(headings, file).toContain(column)
      }
    }
  })
})

function recogniseAll(system: string): Record<string, Recognition> {
  const files = readdirSync(join(folder!, system)).filter((file) => file.endsWith('.csv'))
  return Object.fromEntries(files.map((file) => [file, recognise({ file, ...headOf(system, file) })]))
}

function headOf(system: string, file: string): { headings: string[]; preamble: string[] } {
  const lines = readFileSync(join(folder!, system, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  const at = system === 'google-ads-export' ? 2 : 0
  const heading = lines[at]!
  const cells = heading.split(heading.includes(';') ? ';' : ',')
  return { headings: cells.map((cell) => cell.replace(/^"|"$/g, '')), preamble: lines.slice(0, at) }
}

function sharedData(): string | undefined {
  const override = process.env.FULLSCORE_SHARED
  if (override) return [override, join(override, 'data')].find((path) => existsSync(join(path, 'olist')))
  for (let at = import.meta.dirname; at !== dirname(at); at = dirname(at)) {
    const candidate = resolve(at, '../shared/data')
    if (existsSync(candidate)) return candidate
  }
  return undefined
}
