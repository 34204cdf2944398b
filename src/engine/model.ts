/**
 * The data-model standard: every object the warehouse knows, each attribute with its type and its meaning.
 * Mappings translate a source's columns into these; nothing else in the product invents a column.
 */

export type AttributeType =
  | 'text'
  | 'id' // a source system's own identifier; compared exactly
  | 'email'
  | 'domain'
  | 'integer'
  | 'decimal' // exact, DECIMAL(28,10)
  | 'boolean'
  | 'date' // a calendar day in the organisation's zone
  | 'time' // an instant, stored in UTC; a bare day is midnight in the organisation's zone

export type Attribute = { type: AttributeType; meaning: string }

export type WarehouseObject = {
  /** What the object is, in one sentence. */
  meaning: string
  /** Attributes that together name a row within one source; where none of them is filled, its whole content does. */
  key: readonly string[]
  /** Rows of one file with the same name add up (report lines) instead of replacing each other (records). */
  repeats?: true
  /** At least one of each inner list must be mapped and filled, else the row is rejected. */
  required: readonly (readonly string[])[]
  attributes: Record<string, Attribute>
}

const text = (meaning: string): Attribute => ({ type: 'text', meaning })
const id = (meaning: string): Attribute => ({ type: 'id', meaning })
const integer = (meaning: string): Attribute => ({ type: 'integer', meaning })
const decimal = (meaning: string): Attribute => ({ type: 'decimal', meaning })
const time = (meaning: string): Attribute => ({ type: 'time', meaning })
const date = (meaning: string): Attribute => ({ type: 'date', meaning })
const flag = (meaning: string): Attribute => ({ type: 'boolean', meaning })
const email = (meaning: string): Attribute => ({ type: 'email', meaning })

export const model = {
  account: {
    meaning: 'A company the team sells to or hopes to.',
    key: ['key'],
    required: [['key']],
    attributes: {
      key: id('The account’s identifier in its source; its name where the source has no identifier.'),
      name: text('The company’s name.'),
      domain: { type: 'domain', meaning: 'Registered web domain, without www.' },
      industry: text('Industry or sector.'),
      segment: text('Marketing segment the company belongs to.'),
      employees: integer('Number of employees.'),
      annual_revenue: decimal('Annual revenue as the source states it.'),
      country: text('Country of the head office.'),
      region: text('State or sales region.'),
      parent: text('Parent company.'),
      owner: text('Person who owns the account.'),
      created_at: time('When the source created the record.'),
      is_deleted: flag('Deleted in the source; such rows are kept but not counted.'),
    },
  },
  contact: {
    meaning: 'A person known to marketing or sales; a lead is a contact with a date on which it became one.',
    key: ['key'],
    required: [['key']],
    attributes: {
      key: id(
        'The person’s identifier in its source; the e-mail address where the source has no identifier.',
      ),
      email: email('E-mail address, lower case. The exact key that joins systems.'),
      first_name: text('Given name.'),
      last_name: text('Family name.'),
      title: text('Job title.'),
      phone: text('Telephone number as written.'),
      account_key: id('Identifier of the account in the same source.'),
      account_name: text('Company name as written on the person.'),
      origin: text('Lead source exactly as the source system says it.'),
      campaign: text('Campaign that brought the person in.'),
      landing_page: text('First page the person landed on.'),
      country: text('Country.'),
      region: text('State or sales region.'),
      segment: text('Marketing segment.'),
      owner: text('Person who owns the lead.'),
      status: text('Lead status as the source says it.'),
      lifecycle_stage: text('Lifecycle stage as the source says it.'),
      score: decimal('Lead score as the source says it.'),
      created_at: time('When the source created the record.'),
      lead_at: time('When the person became a lead, where it differs from the creation.'),
      mql_at: time('When marketing qualified the lead.'),
      sal_at: time('When sales accepted the lead.'),
      sql_at: time('When sales qualified the lead.'),
      opportunity_at: time('When the lead was converted into an opportunity.'),
      opportunity_key: id('Opportunity the lead was converted into.'),
      contact_key: id('Contact the lead was converted into.'),
      won_at: time('When the person became a customer.'),
      rejected_at: time('When sales rejected or disqualified the lead.'),
      rejection_reason: text('Why sales rejected the lead.'),
      is_deleted: flag('Deleted in the source; such rows are kept but not counted.'),
    },
  },
  touch: {
    meaning: 'One contact between a person and our marketing: who, when, channel, campaign, kind, cost.',
    key: ['key'],
    repeats: true,
    required: [['at'], ['contact_key', 'email', 'account_key']],
    attributes: {
      key: id('The touch’s identifier in its source; told apart by content where there is none.'),
      contact_key: id('Person, by identifier in the same source.'),
      email: email('Person, by e-mail address.'),
      account_key: id('Account, by identifier in the same source.'),
      at: time('When it happened.'),
      channel: text('Channel or UTM source/medium as the source says it.'),
      campaign: text('Campaign as the source says it.'),
      kind: text(
        'What happened: email_sent, email_open, email_click, form, visit, event, member, call, meeting …',
      ),
      detail: text('Page, form, subject or asset.'),
      cost: decimal('Cost of this touch where the source states one.'),
      currency: text('ISO 4217 code of the cost.'),
      is_direct: flag('A direct visit without a known source.'),
    },
  },
  stage_entry: {
    meaning: 'A person entered a lifecycle stage.',
    key: ['contact_key', 'stage', 'entered_at'],
    required: [['contact_key', 'email'], ['stage'], ['entered_at']],
    attributes: {
      contact_key: id('Person, by identifier in the same source.'),
      email: email('Person, by e-mail address.'),
      stage: text('Stage as the source names it.'),
      entered_at: time('When the person entered it.'),
      left_at: time('When the person left it.'),
      reason: text('Why it was left: rejection or disqualification reason.'),
    },
  },
  opportunity: {
    meaning: 'A possible sale: stage, amount, owner, outcome.',
    key: ['key'],
    required: [['key']],
    attributes: {
      key: id('The opportunity’s identifier in its source.'),
      name: text('Name.'),
      account_key: id('Account, by identifier in the same source.'),
      account_name: text('Account, by name.'),
      contact_key: id('Person (lead or primary contact), by identifier in the same source.'),
      owner: text('Sales person.'),
      developer: text('Sales development representative who qualified it.'),
      product: text('Product.'),
      stage: text('Stage as the source names it.'),
      amount: decimal('Amount.'),
      currency: text('ISO 4217 code of the amount; the organisation’s currency where blank.'),
      opened_at: time('When the opportunity was opened.'),
      closed_at: time('When it was won or lost; the expected close where it is still open.'),
      is_won: flag('Won, where the source says so outright.'),
      is_closed: flag('Closed, where the source says so outright.'),
      loss_reason: text('Why it was lost.'),
      origin: text('Lead source exactly as the source system says it.'),
      campaign: text('Primary campaign.'),
      segment: text('Business segment.'),
      kind: text('New business, renewal, expansion …'),
      probability: decimal('Probability in percent as the source says it.'),
      forecast_category: text('Forecast category as the source says it.'),
      is_deleted: flag('Deleted in the source; such rows are kept but not counted.'),
    },
  },
  opportunity_contact: {
    meaning: 'A person’s part in an opportunity (buying group).',
    key: ['opportunity_key', 'contact_key'],
    required: [['opportunity_key'], ['contact_key']],
    attributes: {
      opportunity_key: id('Opportunity.'),
      contact_key: id('Person.'),
      role: text('Decision maker, champion, user …'),
    },
  },
  opportunity_stage: {
    meaning: 'An opportunity entered a stage.',
    key: ['opportunity_key', 'stage', 'entered_at'],
    required: [['opportunity_key'], ['stage'], ['entered_at']],
    attributes: {
      opportunity_key: id('Opportunity.'),
      stage: text('Stage as the source names it.'),
      entered_at: time('When it entered.'),
      left_at: time('When it left.'),
      amount: decimal('Amount at that time.'),
    },
  },
  pipeline_stage: {
    meaning: 'The meaning of a stage code: its label, whether it closes and whether it wins.',
    key: ['key'],
    required: [['key']],
    attributes: {
      key: id('Code of the stage in its source.'),
      label: text('Name shown to people.'),
      position: integer('Order in the pipeline.'),
      probability: decimal('Probability of winning.'),
      is_closed: flag('Reaching it closes the opportunity.'),
      is_won: flag('Reaching it wins the opportunity.'),
    },
  },
  campaign: {
    meaning: 'A marketing campaign as another system knows it.',
    key: ['key'],
    required: [['key']],
    attributes: {
      key: id('Identifier in its source.'),
      name: text('Name.'),
      channel: text('Channel as the source says it.'),
      kind: text('Type.'),
      status: text('Status.'),
      starts_on: date('First day.'),
      ends_on: date('Last day.'),
      budget: decimal('Budget.'),
      parent: text('Parent campaign.'),
    },
  },
  ad_day: {
    meaning:
      'What one advertising platform reports for a day (or, where a report gives only a period, for the period).',
    key: [],
    required: [['spend', 'impressions', 'clicks', 'interactions', 'conversions']],
    attributes: {
      day: date('Day; first day where the report covers a period; blank where the report has no date.'),
      last_day: date('Last day where the report covers a period.'),
      platform: text('google_ads, meta_ads, linkedin_ads, microsoft_ads, reddit_ads, tiktok_ads …'),
      level: text('account, campaign, ad_group, ad, keyword or country: the level of detail of the row.'),
      account: text('Advertising account.'),
      campaign_key: id('Campaign identifier.'),
      campaign: text('Campaign name.'),
      ad_group: text('Ad group or ad set.'),
      ad: text('Ad.'),
      keyword: text('Keyword the row is about.'),
      channel: text('Channel or campaign type as the platform says it.'),
      country: text('Country.'),
      device: text('Device.'),
      audience: text('Audience the row is about: age, gender, interest.'),
      spend: decimal('Cost.'),
      currency: text('ISO 4217 code of the cost; the organisation’s currency where blank.'),
      impressions: integer('Impressions.'),
      clicks: integer('Clicks.'),
      interactions: integer('Interactions.'),
      conversions: decimal('Conversions as the platform counts them.'),
      conversion_value: decimal('Value of conversions as the platform counts it.'),
    },
  },
  web_day: {
    meaning: 'Web figures of a day by channel.',
    key: ['day', 'last_day', 'channel', 'source', 'campaign', 'landing_page'],
    repeats: true,
    required: [['sessions', 'users', 'events', 'conversions']],
    attributes: {
      day: date('Day; first day where the report covers a period.'),
      last_day: date('Last day where the report covers a period.'),
      channel: text('Channel group as the source says it.'),
      source: text('Source / medium.'),
      campaign: text('Campaign.'),
      landing_page: text('Landing page.'),
      users: integer('Users.'),
      sessions: integer('Sessions.'),
      engaged_sessions: integer('Engaged sessions.'),
      events: integer('Events.'),
      conversions: decimal('Key events or conversions.'),
      revenue: decimal('Revenue.'),
    },
  },
  journey: {
    meaning: 'Aggregated paths: how many conversions and non-conversions followed one sequence of channels.',
    key: ['path'],
    required: [['path'], ['conversions', 'nulls']],
    attributes: {
      path: text('Channels in order, separated by " > ".'),
      conversions: integer('Conversions after this path.'),
      value: decimal('Value of those conversions.'),
      nulls: integer('Times the path ended without one.'),
    },
  },
  owner: {
    meaning: 'A sales person, with manager and region.',
    key: ['key'],
    required: [['key']],
    attributes: {
      key: id('Identifier or name by which opportunities and leads name the person.'),
      name: text('Name.'),
      email: email('E-mail address.'),
      manager: text('Manager.'),
      region: text('Regional office.'),
      team: text('Team.'),
    },
  },
  product: {
    meaning: 'Something we sell.',
    key: ['key'],
    required: [['key']],
    attributes: {
      key: id('Identifier or name by which opportunities name it.'),
      name: text('Name.'),
      family: text('Family or series.'),
      price: decimal('List price.'),
    },
  },
} as const satisfies Record<string, WarehouseObject>

export type ObjectName = keyof typeof model
export const objectNames = Object.keys(model) as ObjectName[]
/** The same declarations with their literal types widened, for code that walks over any object. */
export const objects: Record<ObjectName, WarehouseObject> = model
