import { checks } from '../../../engine/checks.ts'
import { catalogue, type Metric } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { contract } from '../../../kernel/contract.ts'
import { defineModule } from '../../../kernel/module.ts'
import { marts } from '../../imports/server/index.ts'
import { audienceChecks } from './checks.ts'
import { audienceMarts } from './marts.ts'
import { touchMart } from './touches.ts'

const email = (id: string, title: string, kinds: string[], words: string): Metric => ({
  id,
  title,
  words,
  formula: `count of touches of kind ${kinds.join(' or ')}`,
  unit: 'count',
  direction: 'none',
  kind: 'activity',
  additive: true,
  counted: {
    fact: 'touch',
    measure: 'count(*)',
    filter: `kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`,
    day: 'day',
  },
})

const metrics: Metric[] = [
  {
    id: 'touches',
    title: 'Touches',
    words: 'Contacts between people and our marketing, of every kind.',
    formula: 'count of touches',
    unit: 'count',
    direction: 'none',
    kind: 'activity',
    additive: true,
    counted: { fact: 'touch', measure: 'count(*)', day: 'day' },
  },
  email(
    'emails_sent',
    'E-mails sent',
    ['email_sent'],
    'Marketing e-mails sent. An activity: it says nothing about results.',
  ),
  email(
    'emails_opened',
    'E-mails opened',
    ['email_open'],
    'Opens as the sender counts them; privacy features inflate them.',
  ),
  email('emails_clicked', 'E-mails clicked', ['email_click'], 'Clicks in marketing e-mails.'),
  {
    id: 'email_click_rate',
    title: 'E-mail click rate',
    words: 'Clicks out of e-mails sent. A diagnostic, not a goal.',
    formula: 'e-mails clicked ÷ e-mails sent',
    unit: 'ratio',
    direction: 'up',
    kind: 'activity',
    additive: false,
    ratio: { of: 'emails_clicked', to: ['emails_sent'], undefined: 'no e-mails were sent' },
  },
  {
    id: 'email_click_through',
    title: 'E-mail click-through',
    words: 'Clicks out of opened e-mails.',
    formula: 'e-mails clicked ÷ e-mails opened',
    unit: 'ratio',
    direction: 'up',
    kind: 'activity',
    additive: false,
    ratio: { of: 'emails_clicked', to: ['emails_opened'], undefined: 'no e-mails were opened' },
  },
]

function provide(app: App): void {
  app.services.use(marts).register(...audienceMarts, touchMart)
  app.services.use(checks).push(...audienceChecks)
  const known = app.services.use(catalogue)
  known.addFact({
    name: 'touch',
    table: 'mart.touch',
    dimensions: { channel: 'channel', campaign: 'campaign', kind: 'kind', system: 'system' },
    shows: ['at', 'email', 'contact_key', 'kind', 'channel', 'campaign', 'detail'],
    batch: 'batch',
    rowNo: 'row_no',
  })
  known.addMetrics(...metrics)
  known.describe({
    channel: 'Channel, read by the vocabulary',
    campaign: 'Campaign',
    kind: 'Kind of touch, or type of an opportunity',
    system: 'System a row came from',
    country: 'Country',
    region: 'State or sales region',
    segment: 'Segment',
    industry: 'Industry of the account',
    account: 'Account',
    origin: 'Lead source exactly as the source says it',
  })
}

export const audienceModule = defineModule(contract('audience', {}), {}, { provide })
