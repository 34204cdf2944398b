/** What became of a request in the demo company; days are counted from when it came in. */
export type Became =
  | { is: 'open' }
  | { is: 'asked'; words: string; reply?: string }
  | { is: 'deferred'; inDays: number; words: string }
  | { is: 'declined'; reason: string; words: string; instead?: string; isTaken?: boolean; appeal?: string }
  | { is: 'accepted'; notVision: string; promisedIn: number; doneIn?: number; hours: number }
  | { is: 'withdrawn'; words: string }
  | { is: 'merged'; into: string }

export type DemoRequest = {
  type: string
  title: string
  /** Somebody of ours by address, or a visitor by name. */
  by: string
  department: string
  purpose: string
  hurry: string
  impact: string
  daysAgo: number
  /** Working days until the first answer. */
  answeredIn: number
  became: Became
}

type Short = [
  type: string,
  title: string,
  by: string,
  department: string,
  daysAgo: number,
  answeredIn: number,
  became: Became,
  said?: [purpose: string, hurry: string, impact: string],
]

const usually: Record<string, [string, string, string]> = {
  rty_asset: ['Customers we meet take it with them', 'The date is set already', 'Every conversation there'],
  rty_campaign: [
    'New meetings for the sales team',
    'The quarter ends soon',
    'Some thirty meetings, we think',
  ],
  rty_report: ['We plan with it', 'The review is next week', 'One decision depends on it'],
  rty_other: ['It helps us with our own work', 'There is no hurry', 'An hour a week for three people'],
}

const no = (reason: string, words: string, instead?: string, isTaken?: boolean): Became => ({
  ...{ is: 'declined', reason, words },
  ...(instead ? { instead } : {}),
  ...(isTaken === undefined ? {} : { isTaken }),
})
const yes = (hours: number, promisedIn: number, doneIn?: number): Became => ({
  ...{ is: 'accepted', notVision: 'Another department asked for it', hours, promisedIn },
  ...(doneIn === undefined ? {} : { doneIn }),
})

const all: Short[] = [
  ['rty_asset', 'One-page data sheet for the scheduling add-on', 'leila', 'Sales', 88, 1, yes(12, 20, 17)],
  [
    'rty_report',
    'Which leads of the spring fair became customers?',
    'gareth',
    'Finance',
    86,
    2,
    yes(4, 8, 7),
  ],
  [
    'rty_asset',
    'A roll-up banner for the canteen',
    'Hanna Ek',
    'Facilities',
    84,
    1,
    no(
      'goals',
      'It reaches nobody we want to reach.',
      'The print shop in the ground floor has our template.',
      true,
    ),
  ],
  ['rty_campaign', 'Mail every customer about the new price list', 'leila', 'Sales', 81, 3, yes(30, 25, 24)],
  [
    'rty_other',
    'Which logo do we use on a dark ground?',
    'Tomas Reich',
    'Product',
    80,
    0,
    no('answered', 'The page of answers shows both, with files.', 'Take the white one from there.', true),
  ],
  ['rty_report', 'Open rates of the newsletter by country', 'leila', 'Sales', 78, 1, yes(3, 6, 5)],
  ['rty_asset', 'Slides for the partner day', 'Jon Aldous', 'Partners', 76, 4, yes(14, 15, 19)],
  [
    'rty_campaign',
    'Sponsor the regional football club',
    'Hanna Ek',
    'Facilities',
    73,
    2,
    {
      ...no('goals', 'None of this year’s goals is served by it.'),
      appeal: 'The works council would like it very much.',
    } as Became,
  ],
  [
    'rty_other',
    'A poll among customers about opening hours',
    'Mira Osei',
    'Customer service',
    71,
    2,
    yes(6, 14, 12),
  ],
  ['rty_asset', 'Photographs of the new warehouse', 'Tomas Reich', 'Product', 69, 1, yes(8, 12, 10)],
  [
    'rty_asset',
    'Pictures of the warehouse for a job advertisement',
    'Edda Lind',
    'People',
    66,
    1,
    { is: 'merged', into: 'Photographs of the new warehouse' },
  ],
  ['rty_report', 'How many visitors read the careers page?', 'Edda Lind', 'People', 64, 1, yes(2, 5, 4)],
  [
    'rty_other',
    'Proofread our annual report',
    'gareth',
    'Finance',
    61,
    3,
    no(
      'capacity',
      'We would need a week that we do not have before it is due.',
      'The agency has a proofreader at a day’s notice.',
      true,
    ),
  ],
  ['rty_campaign', 'Invite customers to the open day', 'leila', 'Sales', 58, 2, yes(24, 20, 20)],
  [
    'rty_asset',
    'Christmas cards, two thousand of them',
    'Jon Aldous',
    'Partners',
    57,
    5,
    no('policy', 'We send no printed cards any more.', 'An electronic one, with your own words.', false),
  ],
  ['rty_report', 'Cost per meeting by campaign, last two years', 'gareth', 'Finance', 54, 1, yes(5, 10, 9)],
  ['rty_asset', 'A film of sixty seconds for the trade fair', 'leila', 'Sales', 52, 2, yes(40, 35, 41)],
  [
    'rty_other',
    'Access to the picture archive',
    'Mira Osei',
    'Customer service',
    49,
    0,
    no(
      'self-service',
      'Everybody has it: sign in with your own address.',
      'The guide is in the answers.',
      true,
    ),
  ],
  [
    'rty_asset',
    'Business cards for the new colleagues',
    'Edda Lind',
    'People',
    47,
    1,
    no(
      'self-service',
      'The template is in the archive, the printer knows it.',
      'Order them there; they come in two days.',
      true,
    ),
  ],
  ['rty_campaign', 'Win back customers who left last year', 'leila', 'Sales', 45, 2, yes(36, 40)],
  [
    'rty_report',
    'List of all customers with a service contract',
    'Mira Osei',
    'Customer service',
    43,
    1,
    no('elsewhere', 'Contracts are kept by sales operations.', 'Ask Leila: she has that list ready.', true),
  ],
  ['rty_asset', 'New pictures for the help centre', 'Mira Osei', 'Customer service', 40, 1, yes(16, 25, 22)],
  [
    'rty_other',
    'Help with the words of our job advertisements',
    'Edda Lind',
    'People',
    38,
    2,
    { is: 'withdrawn', words: 'We found somebody already' },
  ],
  [
    'rty_campaign',
    'A podcast with our chief executive',
    'Tomas Reich',
    'Product',
    36,
    6,
    no(
      'capacity',
      'A podcast lives from coming every week, and we have nobody for it.',
      'A guest talk in somebody else’s; we ask around.',
    ),
  ],
  ['rty_asset', 'Data sheet for the scheduling module in French', 'leila', 'Sales', 34, 1, yes(8, 18, 15)],
  ['rty_report', 'What did the webinar in March cost us?', 'gareth', 'Finance', 31, 1, yes(2, 4, 3)],
  [
    'rty_asset',
    'Stickers for the service vans',
    'Mira Osei',
    'Customer service',
    29,
    3,
    no('goals', 'Nobody whom we want to reach reads them.'),
  ],
  ['rty_campaign', 'Tell dispatchers about the new calendar', 'Tomas Reich', 'Product', 27, 2, yes(28, 30)],
  [
    'rty_other',
    'Who may use customer quotes?',
    'Jon Aldous',
    'Partners',
    25,
    1,
    {
      is: 'asked',
      words: 'Which quotes do you mean: those on the website, or those from the survey?',
      reply: 'Those from the survey.',
    },
  ],
  ['rty_report', 'Share of leads from partners', 'Jon Aldous', 'Partners', 23, 1, yes(3, 9, 8)],
  ['rty_asset', 'A stand of four by four metres', 'leila', 'Sales', 21, 2, yes(60, 60)],
  ['rty_asset', 'Presentation for the bank', 'gareth', 'Finance', 19, 1, yes(10, 9, 12)],
  [
    'rty_campaign',
    'Advertise on the trams',
    'Hanna Ek',
    'Facilities',
    17,
    2,
    { is: 'deferred', inDays: 45, words: 'The budget of the next quarter is not decided yet.' },
  ],
  ['rty_other', 'A page about our apprentices', 'Edda Lind', 'People', 14, 2, yes(20, 30)],
  ['rty_report', 'Leads by postcode', 'leila', 'Sales', 12, 1, yes(4, 8, 6)],
  [
    'rty_asset',
    'Leaflet for the electricians’ association',
    'Nils Brandt',
    'Brandt Elektro',
    10,
    2,
    { is: 'asked', words: 'How many do you need, and in which language?' },
  ],
  [
    'rty_campaign',
    'A contest among dispatchers',
    'Tomas Reich',
    'Product',
    9,
    3,
    { is: 'deferred', inDays: 30, words: 'After the launch we have hands for it.' },
  ],
  [
    'rty_asset',
    'Give the price list a new look',
    'leila',
    'Sales',
    8,
    2,
    no(
      'capacity',
      'The stand for the fair takes all the hands of design this month.',
      'The list with today’s look, corrected by Friday.',
    ),
  ],
  ['rty_report', 'How often is the calculator used?', 'Tomas Reich', 'Product', 5, 1, yes(3, 10)],
  [
    'rty_campaign',
    'Webinar for dispatchers before the season',
    'leila',
    'Sales',
    3,
    0,
    { is: 'open' },
    [
      'Thirty dispatchers see the planner with their own data',
      'Their season begins in six weeks; after that nobody has time',
      'Eight of thirty bought after the last one',
    ],
  ],
  [
    'rty_asset',
    'A data sheet for the scheduling add-on in Polish',
    'Jon Aldous',
    'Partners',
    2,
    0,
    { is: 'open' },
    [
      'Our partner in Poland visits forty firms',
      'The tour begins next month',
      'They sold eleven licences last year',
    ],
  ],
  ['rty_report', 'Which campaigns brought the meetings of May?', 'gareth', 'Finance', 1, 0, { is: 'open' }],
  [
    'rty_other',
    'May we put your logo on our website?',
    'Nils Brandt',
    'Brandt Elektro',
    1,
    0,
    { is: 'open' },
  ],
  ['rty_asset', 'Posters for the health week', 'Hanna Ek', 'Facilities', 0, 0, { is: 'open' }],
]

export const demoRequests: DemoRequest[] = all.map(
  ([type, title, by, department, daysAgo, answeredIn, became, said = usually[type]!]) => ({
    ...{ type, title, by, department, daysAgo, answeredIn, became },
    ...{ purpose: said[0], hurry: said[1], impact: said[2] },
  }),
)
