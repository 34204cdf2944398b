export type DemoPerson = { name: string; email: string; roles: string[]; title: string; reportsTo?: string }

const at = (local: string) => `${local}@brindlemoor.example`

/** The marketing team of the demo company and its neighbours: people one can sign in as. */
export const demoPeople: DemoPerson[] = [
  person('Helena Vasquez-Lindqvist', 'helena', 'CMO', 'Chief Marketing Officer'),
  person('Tobias Achterberg', 'tobias', 'VP of Marketing', 'VP of Marketing', 'helena'),
  person('Imogen Thackeray', 'imogen', 'Director', 'Director of Marketing Operations', 'tobias'),
  person('Rafael Monteiro', 'rafael', 'Manager', 'Marketing Operations Manager', 'imogen'),
  person('Priya Ramanathan', 'priya', 'Analytics director', 'Director of Marketing Analytics', 'tobias'),
  person('Mateusz Zieliński', 'mateusz', 'Data scientist', 'Marketing Data Scientist', 'priya'),
  person('Solveig Aasen', 'solveig', 'Creative director', 'Creative Director', 'tobias'),
  person('Kofi Boateng', 'kofi', 'Creator', 'Content Designer', 'solveig'),
  person('Yuna Takahashi', 'yuna', 'Creator', 'Copywriter', 'solveig'),
  person('Bram Verhoeven', 'bram', 'Project manager', 'Campaign Project Manager', 'rafael'),
  person('Leila Haddad', 'leila', 'Sales operations', 'Head of Sales Operations'),
  person('Gareth Pryce-Morgan', 'gareth', 'Finance', 'Finance Business Partner'),
  person('Anneliese Brandt', 'anneliese', 'IT', 'Systems Administrator'),
  person('Chidi Okonjo', 'chidi', 'Legal', 'Privacy Counsel'),
  person('Marguerite Delorme', 'marguerite', 'HR', 'HR Business Partner'),
  person(
    'Odile Fontanel',
    'odile@atelier-fontanel.example',
    'Agency (guest)',
    'Media Planner, Atelier Fontanel',
  ),
  person('Nils Ekdahl', 'nils@halvrund-energi.example', 'Client', 'Reference customer, Halvrund Energi'),
  person('Sadia Chowdhury', 'sadia', 'Viewer', 'Regional Marketing Lead'),
  person('Jonas Reinhardt', 'jonas', 'Creator', 'Marketing Automation Specialist', 'rafael'),
  person('Annika Vogt', 'annika', 'Project manager', 'Campaign Project Manager', 'rafael'),
  person('Maya Whitfield', 'maya', 'Creator', 'Event Specialist', 'rafael'),
  person('Lena Hoffmann', 'lena', 'Data scientist', 'Marketing Analyst', 'priya'),
  person('Derek Lawson', 'derek', 'Creator', 'Web Producer', 'solveig'),
  person('Ben Hargreaves', 'ben', 'Creator', 'Video Producer', 'solveig'),
  person('Carla Espinosa', 'carla', 'Viewer', 'Regional Marketing Lead, Americas', 'imogen'),
  person('Friederike Lang', 'friederike', 'Creator', 'Marketing Automation Specialist', 'rafael'),
  person('Tyler Brandt', 'tyler', 'Data scientist', 'Campaign Analyst', 'priya'),
]

function person(name: string, local: string, role: string, title: string, reportsTo?: string): DemoPerson {
  const email = local.includes('@') ? local : at(local)
  return { name, email, roles: [role], title, ...(reportsTo ? { reportsTo: at(reportsTo) } : {}) }
}

export type SalesPerson = { id: string; name: string; title: string; region: string; manager: string | null }

export const regions = ['EMEA North', 'EMEA South', 'Americas', 'Asia Pacific'] as const

const managers = ['Ingrid Solheim', 'Paolo Brambilla', 'Denise Whitlock', 'Haruto Nakagawa']
const sellers = [
  [
    'Aksel Brunvoll',
    'Fiona Dunleavy',
    'Jasper Kuiper',
    'Wiebke Lorenzen',
    'Owen Carmichael',
    'Sanna Virtala',
  ],
  [
    'Chiara Montanelli',
    'Diego Salvatierra',
    'Elodie Marchandeau',
    'Nikos Papadellis',
    'Rui Figueira',
    'Zeynep Aydoğdu',
  ],
  [
    'Brandon Ostrowski',
    'Camila Arriaga',
    'Darnell Hutchins',
    'Emily Thornquist',
    'Luis Carranza',
    'Megan Faulkner',
  ],
  ['Arjun Venkataram', 'Chloe Whitcombe', 'Jia Hui Ong', 'Kenji Morikawa', 'Minh Anh Truong', 'Tane Parata'],
]

/** Sales: one manager and six sellers in each region, under one head of sales. */
export const salesPeople: SalesPerson[] = [
  {
    id: salesId(0),
    name: 'Victor Almqvist',
    title: 'Chief Revenue Officer',
    region: 'Global',
    manager: null,
  },
  ...regions.flatMap((region, r) => [
    { id: salesId(r + 1), name: managers[r]!, title: 'Regional Sales Manager', region, manager: salesId(0) },
    ...sellers[r]!.map((name, s) => ({
      id: salesId(5 + 6 * r + s),
      name,
      title: 'Account Executive',
      region,
      manager: salesId(r + 1),
    })),
  ]),
]

function salesId(n: number): string {
  return `005BM${String(1000 + n).padStart(10, '0')}`
}
