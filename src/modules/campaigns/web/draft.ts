import { z } from 'zod'
import type { Unit } from '../../../ui/format/figure.ts'
import type { Field } from '../../fields/contract.ts'
import { draftOfFields, type FieldDraft, saidOfFields } from '../../fields/web/index.ts'
import type { Campaign, Target } from '../contract.ts'
import { stages, usualRoles } from '../rules.ts'
import { minorOf, wholeOf } from './words.tsx'

const words = z.string().optional()
/** One line of targets as it is typed: a metric and what it shall come to, in whole units. */
const TargetLine = z.object({
  metric: z.string(),
  amount: z.string(),
  /** The one it was set in; the organisation’s for a new one. */
  currency: z.string().optional(),
})
export type TargetLine = z.infer<typeof TargetLine>
/** Who decides a stage, `role:…` or `person:…`, and by when. */
const StageLine = z.object({ stage: z.enum(stages), who: z.string(), dueOn: z.string() })
export type StageLine = z.infer<typeof StageLine>

/** What the form of a brief holds. */
export const BriefDraft = z.object({
  name: z.string('needs a name'),
  ownerId: z.string('needs an owner'),
  startsOn: z.iso.date('is a day'),
  endsOn: z.iso.date('is a day'),
  audience: words,
  exclusions: words,
  message: words,
  offer: words,
  channels: z.array(z.string()).default([]),
  demand: z.array(TargetLine).default([]),
  kpis: z.array(TargetLine).default([]),
  planned: z.number('is a number').min(0, 'cannot be negative').optional(),
  currency: words,
  agency: words,
  approvals: z.array(StageLine).default([]),
  fields: z.custom<FieldDraft>().default({}),
})
export type BriefDraft = z.output<typeof BriefDraft>

type Metric = { id: string; title: string; unit: Unit }
type Known = { metrics: readonly Metric[]; fields: readonly Field[]; currency: string }

function toTarget(
  { metric, amount, currency: own }: TargetLine,
  { metrics: known, currency: organisation }: Known,
): Target {
  const currency = own ?? organisation
  const found = known.find((one) => one.id === metric)
  const number = Number(amount.replaceAll(/[\s,]/g, ''))
  if (amount.trim() === '' || Number.isNaN(number) || number <= 0)
    throw new Error(`Say what “${found?.title ?? metric}” shall come to: a number of more than 0.`)
  return found?.unit === 'money'
    ? { metric, value: null, money: { minor: minorOf(number, currency), currency } }
    : { metric, value: number, money: null }
}

const fromTarget = ({ metric, value, money }: Target): TargetLine => ({
  metric,
  amount: String(money ? wholeOf(money) : (value ?? '')),
  ...(money ? { currency: money.currency } : {}),
})

/** The draft as the server takes it; amounts are in the organisation’s currency where none is said. */
export function saidOf(draft: BriefDraft, known: Known) {
  const { name, ownerId, planned, currency: own, demand, kpis, approvals, fields, ...rest } = draft
  const [first] = demand.filter((one) => one.metric)
  const code = (own ?? known.currency).trim().toUpperCase()
  return {
    name,
    ownerId,
    planned: planned === undefined ? null : { minor: minorOf(planned, code), currency: code },
    brief: {
      ...rest,
      fields: saidOfFields(known.fields, fields),
      demand: first ? toTarget(first, known) : null,
      kpis: kpis.filter((one) => one.metric).map((one) => toTarget(one, known)),
      approvals: approvals
        .filter((one) => one.dueOn && one.who)
        .map(({ stage, who, dueOn }) => {
          const [kind, id = ''] = who.split(':')
          return {
            stage,
            dueOn,
            roleId: kind === 'role' ? id : null,
            personId: kind === 'person' ? id : null,
          }
        }),
    },
  }
}

/** What the form begins with: the brief as it is, or the usual approvers. */
export function draftOf(one: Campaign | null, currency: string): Partial<z.input<typeof BriefDraft>> {
  const approvals = stages.map((stage) => {
    const found = one?.brief.approvals.find((approval) => approval.stage === stage)
    const who = found?.personId ? `person:${found.personId}` : `role:${found?.roleId ?? usualRoles[stage]}`
    return { stage, who, dueOn: found?.dueOn ?? '' }
  })
  if (!one) return { currency, approvals, channels: [], demand: [], kpis: [] }
  const { demand, kpis, fields, ...brief } = one.brief
  return {
    ...brief,
    fields: draftOfFields(fields),
    name: one.name,
    ownerId: one.owner.id,
    approvals,
    demand: demand ? [fromTarget(demand)] : [],
    kpis: kpis.map(fromTarget),
    currency: one.planned?.currency ?? currency,
    ...(one.planned ? { planned: wholeOf(one.planned) } : {}),
  }
}
