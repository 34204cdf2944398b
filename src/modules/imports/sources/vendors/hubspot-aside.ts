import { leftAside } from '../declaration.ts'

const eventDetail =
  'It adds technical detail to e-mail events but names neither person nor time; the e-mail events file has both.'
const engagement =
  'It does not name the person. HubSpot’s engagements say what happened in one table and to whom in another, and each file is read by itself.'
const service = 'Service tickets are not part of marketing and sales figures.'
const people = 'Users, teams and roles of HubSpot itself; owners come from the owners file.'
const settings = 'Settings of HubSpot; it holds no person, deal or event.'

/** A satellite of e-mail events: nothing but its own few columns beside the event's identifier. */
const satellite = (title: string, has: string[], may: string[] = []) => ({
  title,
  has: ['id', ...has],
  exact: { may },
  notUsed: eventDetail,
})

export const hubspotAside = [
  ...leftAside('hubspot', {
    'hubspot-email-bounces': satellite('HubSpot e-mail bounces', ['category', 'status', 'response']),
    'hubspot-email-clicks': satellite(
      'HubSpot e-mail clicks',
      ['url', 'user_agent', 'browser'],
      ['referer', 'location', 'ip_address'],
    ),
    'hubspot-email-deferrals': satellite('HubSpot deferred e-mails', ['attempt', 'response']),
    'hubspot-email-deliveries': satellite('HubSpot delivered e-mails', ['response', 'smtp_id']),
    'hubspot-email-drops': satellite(
      'HubSpot dropped e-mails',
      ['drop_reason', 'drop_message'],
      ['bcc', 'cc', 'from', 'reply_to', 'subject'],
    ),
    'hubspot-email-opens': satellite(
      'HubSpot e-mail opens',
      ['duration', 'browser', 'user_agent'],
      ['ip_address', 'location'],
    ),
    'hubspot-email-forwards': {
      ...satellite('HubSpot forwarded e-mails', ['browser', 'ip_address', 'location', 'user_agent']),
      file: /forward/i,
    },
    'hubspot-email-prints': {
      ...satellite('HubSpot printed e-mails', ['browser', 'ip_address', 'location', 'user_agent']),
      file: /print/i,
    },
    'hubspot-email-sends': satellite('HubSpot sent e-mails', ['bcc', 'cc', 'from', 'reply_to', 'subject']),
    'hubspot-email-spam-reports': satellite('HubSpot spam reports', ['ip_address', 'user_agent']),
    'hubspot-email-status-changes': satellite('HubSpot e-mail subscription changes', [
      'bounced',
      'portal_subscription_status',
      'requested_by',
      'source',
      'subscriptions',
    ]),
  }),
  ...leftAside('hubspot', {
    'hubspot-engagements': {
      title: 'HubSpot engagements',
      has: ['id', 'type', 'portal_id'],
      exact: { may: ['active', 'created_at', 'owner_id', 'timestamp', 'last_updated', 'activity_type'] },
      notUsed: engagement,
    },
    'hubspot-engagement-details': {
      title: 'HubSpot engagement details',
      has: [
        'engagement_id',
        ['property_hs_timestamp', 'property_hs_createdate', 'meeting_outcome', 'body', 'task_type'],
      ],
      not: ['contact_id'],
      notUsed: engagement,
    },
    'hubspot-engagement-links': {
      title: 'HubSpot engagement links',
      has: ['engagement_id', ['contact_id', 'company_id', 'deal_id'], 'engagement_type'],
      exact: { may: ['contact_id', 'company_id', 'deal_id', 'type_id', 'category'] },
      notUsed: 'It links engagements to people, companies or deals but says neither when nor what happened.',
    },
    'hubspot-lists': {
      title: 'HubSpot lists',
      has: ['id', 'name', 'processing_type', 'list_version'],
      notUsed: 'Names of lists; a list is not a campaign and membership is not a touch.',
    },
    'hubspot-list-members': {
      title: 'HubSpot list members',
      has: ['contact_id', 'contact_list_id', 'added_at'],
      notUsed: 'Being put on a list is not a touch: nothing happened between the person and us.',
    },
    'hubspot-contact-merges': {
      title: 'HubSpot merged contacts',
      has: ['canonical_vid', 'vid_to_merge'],
      notUsed: 'HubSpot has merged these people already; the contacts file holds the record that remained.',
    },
    'hubspot-merged-deals': {
      title: 'HubSpot merged deals',
      has: ['deal_id', 'merged_deal_id'],
      notUsed: 'HubSpot has merged these deals already; the deals file holds the record that remained.',
    },
    'hubspot-deal-companies': {
      title: 'HubSpot companies of deals',
      has: ['company_id', 'deal_id'],
      exact: { may: ['type_id', 'category'] },
      notUsed: 'A deal takes its company from the deals file (Associated Company).',
    },
    'hubspot-pipelines': {
      title: 'HubSpot pipelines',
      has: ['pipeline_id', 'label', 'display_order', 'active'],
      not: ['stage_id', 'object_type_id'],
      notUsed: 'Names of pipelines; what closes and wins is said by the pipeline stages file.',
    },
    'hubspot-company-property-history': {
      title: 'HubSpot company property history',
      has: ['company_id', 'timestamp', 'name', 'value', 'source'],
      notUsed: 'Earlier values of company properties; the companies file holds the current ones.',
    },
    'hubspot-forms': { title: 'HubSpot forms', has: ['guid', 'form_type', 'submit_text'], notUsed: settings },
    'hubspot-properties': {
      title: 'HubSpot properties',
      has: ['field_type', 'group_name', 'hubspot_defined'],
      notUsed: settings,
    },
    'hubspot-property-options': {
      title: 'HubSpot property options',
      has: ['property_id', 'label', 'value', 'hidden'],
      notUsed: settings,
    },
    'hubspot-owner-teams': {
      title: 'HubSpot teams of owners',
      has: ['owner_id', 'team_id', 'is_team_primary'],
      notUsed: people,
    },
    'hubspot-team-users': {
      title: 'HubSpot users of teams',
      has: ['user_id', 'team_id', 'is_secondary_user'],
      notUsed: people,
    },
    'hubspot-teams': {
      title: 'HubSpot teams',
      has: ['id', 'name', '_fivetran_synced'],
      exact: { may: [] },
      file: /team/i,
      notUsed: people,
    },
    'hubspot-roles': {
      title: 'HubSpot roles',
      has: ['id', 'name', 'requires_billing_write'],
      notUsed: people,
    },
    'hubspot-users': {
      title: 'HubSpot users',
      has: ['id', 'primary_team_id', 'role_id', 'email'],
      notUsed: people,
    },
  }),
  ...leftAside('hubspot', {
    'hubspot-tickets': {
      title: 'HubSpot tickets',
      has: [
        ['property_hs_ticket_category', 'property_hs_ticket_priority', 'Ticket name'],
        ['id', 'Record ID', 'Ticket ID'],
      ],
      notUsed: service,
    },
    'hubspot-ticket-links': {
      title: 'HubSpot ticket links',
      has: ['ticket_id', ['company_id', 'contact_id', 'deal_id', 'engagement_id']],
      notUsed: service,
    },
    'hubspot-ticket-history': {
      title: 'HubSpot ticket property history',
      has: ['ticket_id', 'name', 'value', 'source'],
      notUsed: service,
    },
    'hubspot-ticket-pipelines': {
      title: 'HubSpot ticket pipelines',
      has: ['pipeline_id', 'label', 'object_type_id', 'display_order'],
      not: ['stage_id'],
      notUsed: service,
    },
    'hubspot-ticket-stages': {
      title: 'HubSpot ticket stages',
      has: ['stage_id', 'pipeline_id', 'ticket_state'],
      notUsed: service,
    },
  }),
]
