import { titleOf } from '../../attribution/rules.ts'
import type { Agreement, CostBasis, Role } from '../contract.ts'

export const roles: { role: Role; title: string }[] = [
  { role: 'sales-operations', title: 'Sales operations' },
  { role: 'finance', title: 'Finance' },
]
export const roleTitle = (role: Role): string => roles.find((one) => one.role === role)?.title ?? role
export const costsTitles: Record<CostBasis, string> = { full: 'fully loaded', media: 'media only' }

export const termsOf = (model: Agreement['model'], costs: CostBasis): string =>
  `${titleOf(model)}, ${costsTitles[costs]}`

/**
 * The rule of signing, as the page prints it: two people sign, so that nobody makes an agreement signed alone.
 */
export const rule =
  'Sales operations and Finance sign once each, and nobody signs twice. Whoever proposed may sign for their own role; the other signature is always somebody else’s.'

type Signature = { role: Role; personId: string }
type Standing = { state: Agreement['state']; settingsVersion: number; signatures: readonly Signature[] }
type Who = { personId: string | undefined; roles: readonly string[] }

/** The roles whose signature is missing. */
export const leftToSign = (signatures: readonly Pick<Signature, 'role'>[]) =>
  roles.filter(({ role }) => !signatures.some((one) => one.role === role))

/** Signed is what every role has signed, each by another person. */
export const isSigned = (signatures: readonly Signature[]): boolean =>
  leftToSign(signatures).length === 0 &&
  new Set(signatures.map((one) => one.personId)).size === signatures.length

/** The role somebody would sign for: the one they name, or the first of theirs that is missing. */
export const roleToSign = (signatures: readonly Signature[], who: Who, named?: Role): Role | null =>
  leftToSign(signatures).find(
    ({ role }) => (named === undefined || role === named) && who.roles.includes(role),
  )?.role ?? null

/** Why somebody cannot sign, or null. */
export function whyNotSign(one: Standing, who: Who, settingsNow: number, named?: Role): string | null {
  if (one.state === 'signed') return 'Both have signed it: it is locked.'
  if (one.state !== 'open') return `It is ${one.state}; there is nothing to sign any more.`
  if (!who.personId) return 'A signature is a person’s: sign in under your own name.'
  if (one.signatures.some(({ personId }) => personId === who.personId))
    return 'You have signed it. The other signature must be somebody else’s: nobody makes it signed alone.'
  if (!roles.some(({ role }) => who.roles.includes(role)))
    return 'Only people of Sales operations and Finance sign, each for their own role.'
  if (roleToSign(one.signatures, who, named) === null)
    return named && !who.roles.includes(named)
      ? `You are not of ${roleTitle(named)}.`
      : 'Somebody of your role has signed it already; it waits for the other.'
  if (one.settingsVersion !== settingsNow)
    return `How sales are attributed changed since this was proposed: version ${one.settingsVersion}, now ${settingsNow}. Withdraw it and propose it anew.`
  return null
}

/** Why an agreement cannot be withdrawn, or null. */
export function whyNotWithdraw(state: Agreement['state']): string | null {
  if (state === 'open') return null
  if (state === 'signed')
    return 'It is signed and locked. Propose the same days anew: once that is signed it takes its place, and this one stays to be read.'
  return `It is ${state} already.`
}

type Days = { from: string; to: string }
type Other = Days & { state: Agreement['state']; label: string }
const overlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to
const isSame = (a: Days, b: Days): boolean => a.from === b.from && a.to === b.to

/** Why an agreement for these days cannot be proposed beside the others, or null. */
export function whyNotPropose(days: Days, others: readonly Other[]): string | null {
  if (days.to < days.from) return `The last day, ${days.to}, is before the first day, ${days.from}.`
  const near = others.filter((one) => overlap(one, days))
  const open = near.find((one) => one.state === 'open')
  if (open) return `${open.label} is proposed already and waits to be signed. Withdraw that first.`
  const signed = near.find((one) => one.state === 'signed' && !isSame(one, days))
  if (signed)
    return `${signed.label} is signed and shares days with these. Propose exactly ${signed.from} to ${signed.to} to supersede it.`
  return null
}

type Signed = {
  period: { label: string }
  terms: string
  signatures: readonly { roleTitle: string; by: { name: string } }[]
  waitsFor: readonly { title: string }[]
}

/** `Signed by Leila Haddad (Sales operations) and … (Finance) for FY2026 Q3: W, fully loaded` */
export function signedWords({ period, terms, signatures, waitsFor }: Signed): string {
  const by = signatures.map((one) => `${one.by.name} (${one.roleTitle})`).join(' and ')
  const waiting = waitsFor.map((one) => one.title).join(' and ')
  const who = by ? `Signed by ${by}` : 'Proposed'
  return `${who} for ${period.label}: ${terms}.${waiting ? ` It waits for ${waiting}.` : ''}`
}
