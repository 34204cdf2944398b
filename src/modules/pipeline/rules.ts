import type { Stage } from './contract.ts'

/** The stages an organisation begins with; every one of them can be changed. */
export const defaultStages: Stage[] = [
  {
    id: 'lead',
    name: 'Lead',
    rules: [{ date: 'lead_at' }, { date: 'created_at' }, { history: ['lead', 'inquiry', 'new'] }],
    slaDays: null,
  },
  {
    id: 'mql',
    name: 'MQL',
    rules: [{ date: 'mql_at' }, { history: ['mql', 'marketing qualified lead', 'marketing qualified'] }],
    slaDays: 2,
  },
  {
    id: 'sal',
    name: 'SAL',
    rules: [{ date: 'sal_at' }, { history: ['sal', 'sales accepted lead', 'accepted', 'working'] }],
    slaDays: 7,
  },
  {
    id: 'sql',
    name: 'SQL',
    rules: [{ date: 'sql_at' }, { history: ['sql', 'sales qualified lead', 'qualified'] }],
    slaDays: 14,
  },
  {
    id: 'opportunity',
    name: 'Opportunity',
    rules: [{ opportunity: 'opened' }, { date: 'opportunity_at' }],
    slaDays: null,
  },
  { id: 'won', name: 'Won', rules: [{ opportunity: 'won' }, { date: 'won_at' }], slaDays: null },
]

/** Attributes of a contact that an entry rule may read. */
export const stageDates = ['created_at', 'lead_at', 'mql_at', 'sal_at', 'sql_at', 'opportunity_at', 'won_at']

/** Why these stages cannot be kept, or null. */
export function whyNotStages(stages: Stage[]): string | null {
  const twice = stages.find((stage, at) => stages.findIndex((one) => one.id === stage.id) !== at)
  if (twice) return `The stage “${twice.id}” is there twice.`
  const taken = stages.find((stage) => reserved.has(stage.id))
  if (taken) return `“${taken.id}” is used for something else; take another short name.`
  const unknown = stages.flatMap((stage) =>
    stage.rules.flatMap((rule) => ('date' in rule && !stageDates.includes(rule.date) ? [rule.date] : [])),
  )
  if (unknown[0])
    return `“${unknown[0]}” is not a date a contact has. The dates are ${stageDates.join(', ')}.`
  const opened = stages.findIndex(isOpened)
  const won = stages.findIndex(isWon)
  if (opened < 0 || won < 0)
    return 'One stage must be entered when an opportunity opens, and one when it is won.'
  if (opened > won) return 'An opportunity opens before it is won: put the stages in that order.'
  if (won !== stages.length - 1) return 'The won stage comes last.'
  return null
}

const reserved = new Set(['lost', 'rejected', 'entity', 'contact', 'kind', 'system', 'batch'])

export const isOpened = (stage: Stage): boolean =>
  stage.rules.some((rule) => 'opportunity' in rule && rule.opportunity === 'opened')
export const isWon = (stage: Stage): boolean =>
  stage.rules.some((rule) => 'opportunity' in rule && rule.opportunity === 'won')

/** Letters and digits only, so that `Sales-Qualified Lead` and `salesqualifiedlead` are the same label. */
export const plainLabel = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What a contact's lifecycle stage may read to mean this stage; a customer is somebody won. */
export const saidLabels = (stage: Stage): string[] => {
  const history = stage.rules.flatMap((rule) => ('history' in rule ? rule.history : []))
  const labels = [stage.id, stage.name, ...history, ...(isWon(stage) ? ['customer'] : [])].map(plainLabel)
  return [...new Set(labels)].filter((label) => label !== '')
}

type Overdue = { name: string; overdue: number; slaDays: number }

/** How many wait in a stage beyond what was promised, of those that entered in the last days. */
export function overdueWords({ name, overdue, slaDays }: Overdue, recent: number) {
  const days = slaDays === 1 ? 'day' : `${slaDays} days`
  return overdue === 1
    ? {
        title: `1 ${name} is past its ${days}`,
        why: `It entered in the last ${recent} days and neither went on nor was rejected.`,
      }
    : {
        title: `${overdue.toLocaleString('en')} ${name} are past their ${days}`,
        why: `They entered in the last ${recent} days and neither went on nor were rejected.`,
      }
}
