import { type RuleModel, ruleModels } from '../../methods/attribution.ts'
import type { ModelId, Settings } from './contract.ts'

export type Model = { id: ModelId; title: string; words: string; kind: 'rule' | 'data-driven' }

/** Every model once, in the order pages list them. */
export const models: Model[] = [
  { id: 'first', title: 'First touch', kind: 'rule', words: 'All to the first touch.' },
  { id: 'last', title: 'Last touch', kind: 'rule', words: 'All to the last touch before the close.' },
  {
    id: 'last_non_direct',
    title: 'Last non-direct',
    kind: 'rule',
    words: 'All to the last touch that was no direct visit; to the last touch where all were direct.',
  },
  { id: 'linear', title: 'Linear', kind: 'rule', words: 'The same to every touch.' },
  {
    id: 'u_first_last',
    title: 'U (first and last)',
    kind: 'rule',
    words: '40 % to the first touch, 40 % to the last, 20 % to those between.',
  },
  {
    id: 'u_first_lead',
    title: 'U (first and lead creation)',
    kind: 'rule',
    words: '40 % to the first touch, 40 % to the one at which the lead came about, 20 % to the others.',
  },
  {
    id: 'w',
    title: 'W',
    kind: 'rule',
    words: '30 % each to the first touch, lead creation and opportunity creation, 10 % to the others.',
  },
  {
    id: 'full_path',
    title: 'Full path',
    kind: 'rule',
    words:
      '22.5 % each to the first touch, lead creation, opportunity creation and close, 10 % to the others.',
  },
  {
    id: 'time_decay',
    title: 'Time decay',
    kind: 'rule',
    words: 'The nearer to the close the more; a touch one half-life earlier gets half.',
  },
  {
    id: 'j',
    title: 'J',
    kind: 'rule',
    words: '20 % to the first touch, 60 % to the last, 20 % to those between.',
  },
  {
    id: 'inverse_j',
    title: 'Inverse J',
    kind: 'rule',
    words: '60 % to the first touch, 20 % to the last, 20 % to those between.',
  },
  {
    id: 'custom',
    title: 'Custom position',
    kind: 'rule',
    words: 'Shares of the first touch, the last and those between as the organisation sets them.',
  },
  {
    id: 'markov',
    title: 'Markov removal effect',
    kind: 'data-driven',
    words:
      'By how much fewer sales there would be, were the channel taken out of the graph of all journeys, those without a sale included.',
  },
  {
    id: 'shapley',
    title: 'Shapley value',
    kind: 'data-driven',
    words: 'Each channel’s average part in the sales of all coalitions of channels.',
  },
]

export const titleOf = (id: ModelId): string => models.find((model) => model.id === id)?.title ?? id

/** What an organisation begins with; every one of them can be changed. */
export const defaultSettings: Settings = {
  model: 'w',
  windowDays: 365,
  halfLifeDays: 30,
  unit: 'account-touch',
  sales: 'rolling',
  markovOrder: 1,
  buyingGroup: 'pooled',
  roleWeights: [],
  custom: { first: 0.35, middle: 0.3, last: 0.35 },
}

/** Kinds of touches that nobody had a part in but we: sending is no meeting. */
export const deliveries = ['email_sent', 'email_delivered', 'email_bounce', 'email_dropped', 'email_deferred']

/** Why these settings cannot be kept, or null. */
export function whyNotSettings({ custom, windowDays, halfLifeDays, roleWeights }: Settings): string | null {
  const sum = custom.first + custom.middle + custom.last
  if (Math.abs(sum - 1) > 1e-6)
    return `The shares of the custom model add up to ${Math.round(sum * 1000) / 10} %, not 100 %.`
  if (windowDays < 1)
    return 'A window of 0 days holds no touch; take at least one day, or no attribution is made.'
  if (halfLifeDays <= 0) return 'A half-life is longer than 0 days.'
  const roles = roleWeights.map(({ role }) => role.trim().toLowerCase())
  const twice = roles.find((role, at) => roles.indexOf(role) < at)
  if (twice !== undefined) return `The role “${twice}” has two weights; leave one.`
  return null
}

/** The models that a sequence of channels is enough for, without times and milestones. */
export const positionRules: Partial<Record<ModelId, RuleModel>> = {
  first: ruleModels.first,
  last: ruleModels.last,
  linear: ruleModels.linear,
  u_first_last: ruleModels['u-first-last'],
  j: ruleModels.j,
  inverse_j: ruleModels['inverse-j'],
}

/** Why limits cannot be told for a channel’s total, or null: they are measured for one chain over our own journeys. */
export function whyNotLimits(
  { model, journeys, order }: { model: string; journeys: string; order?: number | undefined },
  { markovOrder }: Settings,
): string | null {
  if (model === 'shapley') return 'Limits are measured for the Markov chain, not for the Shapley value.'
  if (journeys === 'table') return 'Limits are measured on your own journeys, not on an imported table.'
  if (order !== undefined && order !== markovOrder)
    return `Limits were measured with a chain of order ${markovOrder}, not of order ${order}.`
  return null
}
