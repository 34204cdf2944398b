import { type Kind, kindTitles } from '../../costs/rules.ts'
import { inWords } from './amounts.ts'

/** What somebody may decide; amounts as they are worth in the organisation's currency, an empty list means any. */
export type Limit = {
  perDecision: number
  perMonth: number
  kinds: readonly string[]
  campaigns: readonly string[]
  until: string
  /** Why it cannot be weighed: a rate is missing. */
  whyNot: string | null
}

/** Where a decision takes its power from: the asker's own, or that of somebody on leave whom they stand in for. */
export type Authority = {
  personId: string
  name: string
  /** The director and the CMO decide without a limit. */
  isInControl: boolean
  limit: Limit | null
  /** Decided under this authority in the running month, in the organisation's currency. */
  usedThisMonth: number
  isOwn: boolean
}

/** What is to be decided; `minor` is in the organisation's currency. */
export type Matter = { minor: number; currency: string; kind: string; campaign: string; today: string }

/** Why a limit does not reach so far; null when it does. */
export function whyNotWithin(limit: Limit, used: number, matter: Matter): string | null {
  const { minor, currency, kind, campaign, today } = matter
  if (limit.whyNot) return limit.whyNot
  if (today > limit.until) return `The limit held until ${limit.until}.`
  if (limit.kinds.length > 0 && !limit.kinds.includes(kind))
    return `The limit does not cover ${kindTitles[kind as Kind]?.toLowerCase() ?? kind}.`
  if (limit.campaigns.length > 0 && !limit.campaigns.includes(campaign))
    return campaign
      ? `The limit does not cover the campaign ${campaign}.`
      : 'The limit covers named campaigns only.'
  if (minor > limit.perDecision)
    return `${inWords(minor, currency)} is above the limit of ${inWords(limit.perDecision, currency)} for one decision.`
  if (used + minor > limit.perMonth)
    return `With ${inWords(used, currency)} decided this month, ${inWords(minor, currency)} more is above the limit of ${inWords(limit.perMonth, currency)} a month.`
  return null
}

/** Why an authority does not carry a decision; null when it does. */
export function whyNotUnder(authority: Authority, matter: Matter): string | null {
  if (authority.isInControl) return null
  if (!authority.limit)
    return authority.isOwn
      ? 'You have no limit to decide within. Pass it up with a reason, or ask the director for a limit.'
      : `${authority.name} has no limit to decide within.`
  const objection = whyNotWithin(authority.limit, authority.usedThisMonth, matter)
  return objection && `${objection} Pass it up with a reason.`
}

export type Asked = {
  state: 'waiting' | 'approved' | 'refused' | 'withdrawn'
  requestedById: string
  isEscalated: boolean
}

/** Four eyes, and only what waits: why somebody cannot decide a request under an authority, money aside. */
export function whyNotDecide(
  request: Asked,
  personId: string | undefined,
  authority: Authority,
): string | null {
  if (request.state !== 'waiting') return `This request is ${request.state} already.`
  if (!personId) return 'A decision is a person’s: sign in under your own name.'
  if (request.requestedById === personId)
    return 'Nobody approves their own spend. Somebody else decides this request.'
  if (request.requestedById === authority.personId)
    return `Nobody approves their own spend: ${authority.name} asked for it, so nobody decides it in their place.`
  if (request.isEscalated && !authority.isInControl)
    return 'It was passed up and waits for whoever controls the budget.'
  return null
}

/**
 * The authority that carries a decision, the asker's own before those they stand in for; else the reason why none does,
 * which is that of their own.
 */
export function carrying(
  authorities: readonly Authority[],
  why: (authority: Authority) => string | null,
): { authority: Authority } | { objection: string } {
  let first: string | null = null
  for (const authority of authorities) {
    const objection = why(authority)
    if (objection === null) return { authority }
    first ??= objection
  }
  return { objection: first ?? 'You may read requests, not decide them.' }
}

/** Why a request cannot be passed up; null when it can. */
export function whyNotEscalate(request: Asked): string | null {
  if (request.state !== 'waiting') return `This request is ${request.state} already.`
  return request.isEscalated ? 'It was passed up already and waits for whoever controls the budget.' : null
}

export function whyNotWithdraw(request: Asked, personId: string | undefined): string | null {
  if (request.state !== 'waiting') return `This request is ${request.state} already.`
  return request.requestedById === personId ? null : 'Only whoever asked for it withdraws a request.'
}

/** Why nobody can stand in like that; null when they can. */
export function whyNotDelegate(
  said: { fromId: string; toId: string; from: string; to: string; today: string },
  others: readonly { from: string; to: string; toName: string }[],
  mayDecide: boolean,
): string | null {
  if (said.toId === said.fromId) return 'Nobody stands in for themselves.'
  if (said.to < said.today) return `The last day, ${said.to}, is over.`
  if (!mayDecide) return 'Whoever stands in needs the permission “budget:decide” as well.'
  const met = others.find((one) => one.from <= said.to && said.from <= one.to)
  return met ? `${met.toName} stands in from ${met.from} to ${met.to} already. End that first.` : null
}
