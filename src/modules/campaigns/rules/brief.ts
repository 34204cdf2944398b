import type { Day } from '../../../methods/days.ts'
import { whyNotCurrency } from '../../costs/rules.ts'
import type { Brief, Money, Target } from '../things.ts'
import { stages, stageTitles } from './approval.ts'

type Metric = { title: string; unit: 'count' | 'money' | 'ratio' | 'days' }

/** Why a target cannot be kept, or null; `metric` is what the catalogue knows under its name. */
export function whyNotTarget(target: Target, metric: Metric | undefined): string | null {
  if (!metric)
    return `The catalogue has no metric “${target.metric}”. Choose one of those the page of metrics lists.`
  if (metric.unit === 'money') {
    if (!target.money) return `“${metric.title}” is money: say an amount with its currency.`
    if (target.money.minor === 0) return `The target for “${metric.title}” is more than 0.`
    return whyNotCurrency(target.money.currency)
  }
  return target.value === null ? `“${metric.title}” is not money: say a number.` : null
}

const first = '2000-01-01'
const last = '2060-12-31'

/** Why a brief cannot be kept even as a draft, or null. */
export function whyNotKeep(brief: Brief, planned: Money | null, channels: readonly string[]): string | null {
  const { startsOn, endsOn, approvals, kpis } = brief
  if (endsOn < startsOn) return `The last day, ${endsOn}, is before the first day, ${startsOn}.`
  if (startsOn < first || endsOn > last) return `Campaigns lie between ${first} and ${last}.`
  const known = new Set(channels)
  const strange = brief.channels.find((one) => !known.has(one))
  if (strange !== undefined)
    return `“${strange}” is not a channel of the vocabulary. Choose one of it, or add it on the page of the vocabulary.`
  if (new Set(brief.channels).size < brief.channels.length) return 'A channel stands in the brief twice.'
  if (new Set(kpis.map((one) => one.metric)).size < kpis.length) return 'A KPI stands in the brief twice.'
  if (new Set(approvals.map((one) => one.stage)).size < approvals.length)
    return 'A stage of approval stands in the brief twice.'
  return planned && whyNotCurrency(planned.currency)
}

/** What a brief lacks to be submitted for approval, or null. */
export function whyNotSubmit(
  { brief, planned }: { brief: Brief; planned: Money | null },
  state: string,
): string | null {
  if (state === 'approved') return 'It is approved already; ask for a change instead.'
  if (state === 'in-approval') return 'It is in approval already.'
  if (state === 'stopped') return 'It was stopped.'
  return whatLacks({ brief, planned }) ?? whyNotDeadlines(brief.approvals, brief.startsOn)
}

/** What a brief has to say before anybody can approve it, and as long as it is approved. */
export function whatLacks({ brief, planned }: { brief: Brief; planned: Money | null }): string | null {
  if (!brief.demand)
    return 'It has no demand target. Say in the brief what demand it shall bring, such as 40 opportunities: without it nobody can approve the campaign.'
  if (!brief.audience) return 'The brief does not say whom it is for: fill in the audience.'
  if (!brief.message) return 'The brief has no message.'
  if (brief.channels.length === 0) return 'The brief names no channel.'
  if (!planned) return 'The brief has no planned cost; 0 is one, too, if it costs nothing.'
  return null
}

function whyNotDeadlines(approvals: Brief['approvals'], startsOn: Day): string | null {
  const dues: Day[] = []
  for (const stage of stages) {
    const one = approvals.find((approval) => approval.stage === stage)
    if (!one) return `The brief does not say who approves ${stageTitles[stage].toLowerCase()}, and by when.`
    if ((one.roleId === null) === (one.personId === null))
      return `${stageTitles[stage]} is approved by a role or by a named person: say one of them.`
    if (one.dueOn > startsOn)
      return `${stageTitles[stage]} is to be approved by ${one.dueOn}, after the first day, ${startsOn}.`
    if (dues.some((due) => due > one.dueOn))
      return `${stageTitles[stage]} is to be approved before the stage it follows: put its deadline later.`
    dues.push(one.dueOn)
  }
  return null
}
