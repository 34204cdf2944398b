import type { Settings } from '../things.ts'

type Decision = { name: string; says: string }

const counted = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`

/** What is decided once for every model and printed beside every figure: the settings in words, and the rules that hold under all of them. */
export const decidedBy = (settings: Settings): Decision[] => [
  {
    name: 'Window',
    says: `Touches within ${counted(settings.windowDays, 'day')} before the close take part; a close that is a bare day lasts until that day ends.`,
  },
  { name: 'One touch', says: units[settings.unit] },
  {
    name: 'Milestone touches',
    says: 'The lead and the opportunity came about at the last touch at or before them. A milestone nobody knows of is left out, and its share goes to the rest in proportion.',
  },
  {
    name: 'Direct touches',
    says: 'They are touches like any other; only last non-direct passes over them, unless all are direct.',
  },
  { name: 'Several sales of one journey', says: sales[settings.sales] },
  { name: 'People of one sale', says: group(settings) },
  {
    name: 'Currencies',
    says: 'A sale in another currency counts in the organisation’s at the rate of the day it closed; where no rate holds on that day it is not added.',
  },
  { name: 'Ties in time', says: 'Touches of the same moment keep the order in which their rows came in.' },
  {
    name: 'Sales without a touch',
    says: 'They stay unattributed: a line of their own, never spread over the others.',
  },
  {
    name: 'Refunds',
    says: 'A negative amount is credited by the same weights with its sign, so credits and revenue fall together; with one among them, value by Markov follows the removal effects of sales.',
  },
]

const units: Record<Settings['unit'], string> = {
  'account-touch':
    'The same campaign by the same channel on the same day is one touch of an account, however many met it; a touch without a campaign stands for itself.',
  'person-touch': 'Each touch of each person counts.',
}

const sales: Record<Settings['sales'], string> = {
  rolling: 'Rolling: a touch serves every sale whose window holds it.',
  reset: 'Reset: a touch serves the next sale only.',
}

function group({ buyingGroup, roleWeights }: Settings): string {
  if (buyingGroup === 'pooled') return 'Pooled: the touches of all of them are one journey.'
  const weights = roleWeights.map(({ role, weight }) => `${role} ${weight}`)
  const others = weights.length > 0 ? `${weights.join(', ')}; other roles 1` : 'all roles alike'
  return `On two levels: they share by role first (${others}), then each along their own touches; the share of somebody without a touch goes to the touches of all.`
}
