/** The touches of one conversion in order of time, as far as a rule needs to know them. */
export type Timeline = {
  /** Number of touches, 0 up. */
  touches: number
  /** Days of each touch from any one origin, fractions allowed; needed for time decay only. */
  days?: ArrayLike<number>
  /** Whether each touch was a direct visit; without it none was. */
  isDirect?: ArrayLike<boolean>
  /** Index of the touch that stands for the milestone (`milestoneTouch`); null or absent when there is none. */
  lead?: number | null
  opportunity?: number | null
  close?: number | null
}

const milestones = ['lead', 'opportunity', 'close'] as const
const anchors = ['first', ...milestones, 'last'] as const
type Anchor = (typeof anchors)[number]

/** Shares of credit by anchor touch; `others` is divided evenly over the touches that are no anchor. */
export type AnchorShares = { readonly [anchor in Anchor | 'others']?: number }

export type RuleModel =
  | { readonly rule: 'anchors'; readonly shares: AnchorShares }
  | { readonly rule: 'last-non-direct' }
  | { readonly rule: 'time-decay'; readonly halfLifeDays: number }

const anchored = (shares: AnchorShares) => ({ rule: 'anchors', shares }) as const

/**
 * The rule models of the field. There are two that are called U: Google Analytics, Matomo and Salesforce weight the
 * first and the last touch, Marketo Measure the first touch and the one that created the lead.
 * Source: Matomo FAQ 25500; Salesforce help on multi-touch attribution; Adobe Experience League on Marketo Measure
 * models (U, W, full path) and on Analytics (J, inverse J). A time-decay half-life of 7 days is Google's; long
 * cycles take 30.
 */
export const ruleModels = {
  first: anchored({ first: 1 }),
  last: anchored({ last: 1 }),
  'last-non-direct': { rule: 'last-non-direct' },
  linear: anchored({ others: 1 }),
  'u-first-last': anchored({ first: 0.4, last: 0.4, others: 0.2 }),
  'u-first-lead': anchored({ first: 0.4, lead: 0.4, others: 0.2 }),
  w: anchored({ first: 0.3, lead: 0.3, opportunity: 0.3, others: 0.1 }),
  'full-path': anchored({ first: 0.225, lead: 0.225, opportunity: 0.225, close: 0.225, others: 0.1 }),
  'time-decay': { rule: 'time-decay', halfLifeDays: 7 },
  j: anchored({ first: 0.2, last: 0.6, others: 0.2 }),
  'inverse-j': anchored({ first: 0.6, last: 0.2, others: 0.2 }),
} as const satisfies Record<string, RuleModel>

export type RuleModelName = keyof typeof ruleModels

/**
 * Weights of the touches under a rule, in their order, summing to 1; an empty list when there are no touches.
 *
 * Anchors: when several fall on one touch it gets their sum. A milestone that never happened, and `others` when every
 * touch is an anchor, leave their share to what is there: the rest is rescaled to sum to 1. When nothing that is there
 * has a share, as with all the credit for the middle of two touches, the touches share evenly.
 * Last non-direct: the last touch when all are direct. Time decay: a touch one half-life before another weighs half.
 * Throws RangeError for a share, half-life, day or index that cannot be one.
 */
export function touchWeights(model: RuleModel, timeline: Timeline): number[] {
  if (timeline.touches === 0) return []
  if (model.rule === 'anchors') return anchorWeights(model.shares, timeline)
  if (model.rule === 'time-decay') return decayWeights(model.halfLifeDays, timeline)
  return only(lastNonDirect(timeline), timeline.touches)
}

/**
 * The touch that stands for a milestone: the last at or before its day, so that it can have led there. `days` ascending,
 * in the unit and from the origin of `milestone`. Null when the milestone never happened or no touch came before it.
 */
export function milestoneTouch(days: ArrayLike<number>, milestone: number | null): number | null {
  if (milestone === null) return null
  for (let i = days.length - 1; i >= 0; i--) if (days[i]! <= milestone) return i
  return null
}

function anchorWeights(shares: AnchorShares, timeline: Timeline): number[] {
  requireShares(shares)
  const placed = new Map<number, number>()
  for (const anchor of anchors) {
    const touch = shares[anchor] === undefined ? null : touchOf(anchor, timeline)
    if (touch !== null) placed.set(touch, (placed.get(touch) ?? 0) + shares[anchor]!)
  }
  const others = timeline.touches - placed.size
  const rest = others > 0 ? (shares.others ?? 0) : 0
  const total = [...placed.values()].reduce((sum, share) => sum + share, rest)
  if (total === 0) return new Array<number>(timeline.touches).fill(1 / timeline.touches)

  const weights = new Array<number>(timeline.touches).fill(others > 0 ? rest / total / others : 0)
  for (const [touch, share] of placed) weights[touch] = share / total
  return weights
}

function touchOf(anchor: Anchor, timeline: Timeline): number | null {
  if (anchor === 'first') return 0
  if (anchor === 'last') return timeline.touches - 1
  const touch = timeline[anchor] ?? null
  if (touch === null || (Number.isInteger(touch) && touch >= 0 && touch < timeline.touches)) return touch
  throw new RangeError(
    `The ${anchor} touch must be one of the ${timeline.touches}, counted from 0; it is ${touch}.`,
  )
}

function requireShares(shares: AnchorShares): void {
  const given = [...anchors, 'others' as const].map((anchor) => shares[anchor] ?? 0)
  const isShare = given.every((share) => Number.isFinite(share) && share >= 0)
  if (isShare && given.some((share) => share > 0)) return
  throw new RangeError(`Shares must be numbers from 0 up and not all 0; they are ${given.join(', ')}.`)
}

/** Exponents are counted from the latest touch, so the largest weight is 1 before rescaling and nothing overflows. */
function decayWeights(halfLifeDays: number, { touches, days }: Timeline): number[] {
  if (!(Number.isFinite(halfLifeDays) && halfLifeDays > 0)) {
    throw new RangeError(`A half-life must be a number of days above 0, not ${halfLifeDays}.`)
  }
  let latest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < touches; i++) latest = Math.max(latest, dayOf(days, i))
  const weights = Array.from({ length: touches }, (_, i) => 2 ** ((dayOf(days, i) - latest) / halfLifeDays))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

function dayOf(days: ArrayLike<number> | undefined, touch: number): number {
  const day = days?.[touch]
  if (day !== undefined && Number.isFinite(day)) return day
  throw new RangeError(`Time decay needs the day of every touch; that of touch ${touch} is ${day}.`)
}

function lastNonDirect({ touches, isDirect }: Timeline): number {
  for (let i = touches - 1; i >= 0; i--) if (!isDirect?.[i]) return i
  return touches - 1
}

function only(touch: number, touches: number): number[] {
  const weights = new Array<number>(touches).fill(0)
  weights[touch] = 1
  return weights
}
