type Given = [kind: 'goal' | 'campaign', name: string, percent: number]
type Planned = {
  title: string
  team: string
  department: string
  manager?: string
  managerName?: string
  fte?: number
  salary: number
  purpose: string
  until: 'draft' | 'asked' | 'open' | 'filled'
  sinceDays?: number
  person?: string
  personName?: string
  gives?: Given[]
}

/** Yearly salaries at full time in minor units, before the demo's size scales them. */
export const planned: Planned[] = [
  {
    ...{ title: 'Marketing operations manager', team: 'Marketing operations', department: 'Marketing' },
    ...{ manager: 'imogen', salary: 11_800_000, until: 'filled', sinceDays: 900, person: 'rafael' },
    purpose: 'Runs campaigns, data and dashboards day by day.',
    gives: [
      ['goal', 'Sales gets leads it wants to work', 45],
      ['goal', 'Marketing contributes more won value', 35],
      ['campaign', 'Customer voices', 10],
    ],
  },
  {
    ...{ title: 'Campaign project manager', team: 'Marketing operations', department: 'Marketing' },
    ...{ manager: 'rafael', salary: 8_400_000, until: 'filled', sinceDays: 620, person: 'bram' },
    purpose: 'The bridge between executives, sales and creators.',
    gives: [
      ['goal', 'One handover with sales, measured weekly', 40],
      ['campaign', 'FieldForward Expo', 50],
      ['campaign', 'Field service software: search', 25],
    ],
  },
  {
    ...{
      title: 'Data engineer',
      team: 'Integrations',
      department: 'IT',
      managerName: 'Head of integrations',
    },
    ...{ salary: 12_600_000, until: 'filled', sinceDays: 240, personName: 'Anneke Vos' },
    purpose: 'Sits in IT and is paid by marketing: keeps the lead feeds and the link to the CRM alive.',
    gives: [
      ['goal', 'One handover with sales, measured weekly', 60],
      ['goal', 'Nurture programme for the installed base', 30],
    ],
  },
  {
    ...{ title: 'Content designer', team: 'Creative', department: 'Marketing', manager: 'imogen' },
    ...{ salary: 7_200_000, until: 'open', fte: 80 },
    purpose: 'Makes the guide, the film and the pages of the nurture programme.',
    gives: [['goal', 'Nurture programme for the installed base', 50]],
  },
  {
    ...{ title: 'Marketing data analyst', team: 'Analytics', department: 'Marketing', manager: 'imogen' },
    ...{ salary: 8_900_000, until: 'asked' },
    purpose: 'Attribution and forecasts are asked for faster than two people can answer.',
  },
  {
    ...{ title: 'Partner enablement', team: 'Sales development', department: 'Sales', manager: 'tobias' },
    ...{ salary: 7_800_000, until: 'draft', fte: 50 },
    purpose: 'Would sit in sales and bring the partner campaigns to the regions.',
  },
]

type Said = {
  what: string
  due: number
  delivered: number | null
  hours: number
  evidence: string
  value: string
}

/** What the data engineer in IT delivers; days count from the last day of the demo. */
export const deliverables: Said[] = [
  {
    ...{ what: 'Leads reach the CRM within ten minutes', due: -170, delivered: -176, hours: 380 },
    evidence: 'https://wiki.brindlemoor.example/integrations/lead-feed',
    value: 'Sales calls on the day; before it was the next morning.',
  },
  {
    ...{ what: 'Duplicates merged before the handover', due: -110, delivered: -96, hours: 310 },
    evidence: 'https://wiki.brindlemoor.example/integrations/duplicates',
    value: 'Two hours a week less for sales operations.',
  },
  {
    ...{ what: 'Consent synchronised with the mail platform', due: -50, delivered: -47, hours: 240 },
    evidence: 'https://wiki.brindlemoor.example/integrations/consent',
    value: 'Legal closed its remark of the spring.',
  },
  {
    ...{ what: 'Product usage in the nurture programme', due: -12, delivered: null, hours: 0 },
    ...{ evidence: '', value: '' },
  },
  {
    ...{ what: 'One identifier for accounts across systems', due: 75, delivered: null, hours: 0 },
    ...{ evidence: '', value: '' },
  },
]
