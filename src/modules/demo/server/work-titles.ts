export type Titled = { type: string; minutes: number; titles: string[]; labels: string[]; checks?: string[] }

const assetChecks = ['Brief read', 'Brand standards checked', 'Links and claims checked']

/** What is worked on, by board. `{campaign}` is one that is planned or runs. */
export const titlesOf: Record<string, Titled[]> = {
  'Marketing room': [
    {
      ...{ type: 'wty_asset', minutes: 480, labels: ['web'], checks: assetChecks },
      titles: [
        'Landing page: {campaign}',
        'Customer quotes for the page of {campaign}',
        'Price table: {campaign}',
      ],
    },
    {
      ...{ type: 'wty_asset', minutes: 360, labels: ['e-mail'], checks: assetChecks },
      titles: [
        'Invitation in three e-mails: {campaign}',
        'Thank-you e-mail: {campaign}',
        'Reminder: {campaign}',
      ],
    },
    {
      ...{ type: 'wty_asset', minutes: 900, labels: ['film'], checks: assetChecks },
      titles: ['Film of 40 seconds: {campaign}', 'Interview with a crew lead: {campaign}'],
    },
    {
      ...{ type: 'wty_asset', minutes: 300, labels: ['print', 'sales'], checks: assetChecks },
      titles: ['One-pager for sales: {campaign}', 'Stand wall: {campaign}', 'Leaflet: {campaign}'],
    },
    {
      ...{ type: 'wty_campaign', minutes: 240, labels: ['paid'] },
      titles: ['Advertisements in five sizes: {campaign}', 'Audiences and exclusions: {campaign}'],
    },
    {
      ...{ type: 'wty_campaign', minutes: 180, labels: ['social'] },
      titles: ['Posts for two weeks: {campaign}', 'Answers to comments: {campaign}'],
    },
  ],
  Operations: [
    {
      ...{ type: 'wty_process', minutes: 240, labels: ['handover'] },
      titles: [
        'Handover of leads in the south, as agreed with sales',
        'Why nine leads waited over the weekend',
        'One definition of a lead that sales refuses',
      ],
    },
    {
      ...{ type: 'wty_task', minutes: 150, labels: ['tools'] },
      titles: [
        'Renew the licences of the webinar platform',
        'Forms ask for three fields instead of seven',
        'Take people who left out of the mailing tool',
        'Templates in the new typeface',
      ],
    },
    {
      ...{ type: 'wty_campaign', minutes: 300, labels: ['nurture'] },
      titles: [
        'Second path for installed customers',
        'Stop the e-mail nobody opens',
        'Score of visits to the price page',
      ],
    },
    {
      ...{ type: 'wty_task', minutes: 90, labels: ['asked'] },
      titles: [
        'List of guests for the regional dinner',
        'Slides for the sales meeting',
        'Badge photos for the fair',
      ],
    },
  ],
  'Data & reporting': [
    {
      ...{
        type: 'wty_report',
        minutes: 240,
        labels: ['figures'],
        checks: ['Question and reader named', 'Figures traced to their source'],
      },
      titles: [
        'What a lead of the fair cost, all in',
        'How long opportunities wait for the second talk',
        'Won value by region against the plan',
        'Which pages come before a demo',
      ],
    },
    {
      ...{ type: 'wty_data', minutes: 420, labels: ['data'], checks: ['Kept a copy of what is changed'] },
      titles: [
        'Countries spelled in eleven ways',
        'Campaign names of the search export',
        'Dates of opportunities that close before they open',
        'Accounts that are there twice',
      ],
    },
  ],
  'Team changes': [
    {
      ...{ type: 'wty_task', minutes: 120, labels: [] },
      titles: [
        'A second designer from spring on',
        'Who takes the webinars',
        'Hours of the copywriter',
        'A role in analytics',
      ],
    },
  ],
}

/** Why work does not serve the vision, said out loud. */
export const notVisionReasons = [
  'Asked by sales on the day; nobody else has the list',
  'The contract asks for it',
  'A favour to the regions, this once',
]
