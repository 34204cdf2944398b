import type { Kpi, SignerRole } from '../things/kpi.ts'

export const roleTitles: Record<SignerRole, string> = { boss: 'Boss', above: 'Boss’s boss' }

/** The rule of signing, as the page prints it. */
export const signingRule =
  'The owner’s boss and the boss’s boss sign once each. Then it is locked: definition, source, target and path can only be superseded by a new agreement, and the old one stays to be read.'

type Named = { id: string; name: string }
type Signers = { owner: Named; boss: Named; above: Named }

/** Why these two cannot sign: a signature is worth something only from somebody else. */
export function whyNotSigners({ owner, boss, above }: Signers): string | null {
  if (boss.id === above.id)
    return `${boss.name} cannot sign twice. Name two people: the boss, and somebody above.`
  for (const one of [boss, above])
    if (one.id === owner.id)
      return `${owner.name} owns it and cannot sign it. Name somebody else, or give it another owner.`
  return null
}

/**
 * Why these cannot sign a successor, or null: its owner cannot sign the old one away, and one of those who promised it
 * stays a party to it.
 */
export function whyNotSucceed(old: Signers, { boss, above }: Signers): string | null {
  for (const one of [boss, above])
    if (one.id === old.owner.id) return `${old.owner.name} owns what this supersedes and cannot sign it away.`
  const promised = [old.boss, old.above]
  if ([boss, above].some((one) => promised.some((known) => known.id === one.id))) return null
  return `One of those who signed what this supersedes, ${old.boss.name} or ${old.above.name}, has to sign its successor.`
}

/** Why a named signer does not fit the reporting line, which says who signs wherever it says anything. */
export function whyNotNamed(
  role: SignerRole,
  line: Named | null,
  named: string | undefined,
  owner: Named,
): string | null {
  const title = roleTitles[role].toLowerCase()
  if (line && named !== undefined && named !== line.id)
    return `By the reporting line ${line.name} is the ${title} of ${owner.name}. Leave it open, or mend the reporting line under People.`
  if (!line && named === undefined)
    return `The reporting line does not say who the ${title} of ${owner.name} is. Name who signs in their place.`
  return null
}

type Asked = {
  kind: 'activity' | 'output' | 'outcome'
  title: string
  leads: { title: string; kind: string } | null
  isPathOfSum: boolean
  pathKind: Kpi['pathKind']
}

/** Who cares? An activity says so by the outcome it leads. */
export function whyNotAgree(one: Asked): string | null {
  if (one.kind === 'activity' && !one.leads)
    return `${one.title} counts what is done, not what comes of it. Who cares? Name the outcome metric it leads.`
  if (one.leads && one.leads.kind !== 'outcome')
    return `${one.leads.title} is no outcome. Name a metric that says what changed for the business, such as won value.`
  if (one.pathKind === 'seasonal' && !one.isPathOfSum)
    return `${one.title} is a level and has no parts to share out over the months. Choose a straight or a custom path.`
  return null
}

/** Why the points of a custom path make no path; `months` are the labels of its months. */
export function whyNotPoints(
  points: readonly number[] | undefined,
  months: readonly string[],
  target: number,
): string | null {
  if (!points) return `A custom path needs a value for the end of each month: ${months.join(', ')}.`
  if (points.length !== months.length)
    return `The period has ${months.length} months and the path ${points.length} values. Give one for the end of each month.`
  if (Math.abs(points.at(-1)! - target) > 1e-9 * Math.max(1, Math.abs(target)))
    return `The last value of the path is ${points.at(-1)} and the target is ${target}. The path ends at the target.`
  return null
}

type Standing = {
  state: Kpi['state']
  withdrawn: { by: string; reason: string } | null
  signers: readonly { role: SignerRole; personId: string; isSigned: boolean }[]
}

/** Why somebody cannot sign now, or null. */
export function whyNotSign(
  { state, withdrawn, signers }: Standing,
  personId: string | undefined,
): string | null {
  if (state === 'withdrawn')
    return `${withdrawn?.by ?? 'Somebody'} withdrew it: ${withdrawn?.reason ?? 'no reason'}. There is nothing to sign any more.`
  if (state !== 'open') return 'Both have signed it; it is locked.'
  if (!personId) return 'A signature is a person’s. Sign in under your own name.'
  const own = signers.find((one) => one.personId === personId)
  if (!own) return 'It is signed by the two people it names.'
  return own.isSigned ? 'You have signed it; it waits for the other signature.' : null
}

export const whyNotWithdraw = (state: Kpi['state']): string | null =>
  state === 'open'
    ? null
    : state === 'withdrawn'
      ? 'It is withdrawn already.'
      : 'It is signed by both and locked. Propose a new agreement that supersedes it.'

/** What it is for was signed with it: the link it has stays. */
export function whyNotElsewhere(state: Kpi['state']): string | null {
  if (state === 'signed')
    return 'This KPI agreement is signed by both and locked: its goal stays with it. Propose a new agreement that supersedes it for another goal.'
  return state === 'superseded'
    ? 'This KPI agreement is superseded and stays as it was signed, under its goal. Its successor may serve another.'
    : null
}

/** Only what is in force is superseded, and by one proposal at a time. */
export function whyNotSupersede(state: Kpi['state'], waiting: string | null): string | null {
  if (state === 'open') return 'It is not signed yet. Withdraw it and propose another.'
  if (state !== 'signed') return `It is ${state}; there is nothing in force to supersede.`
  return waiting ? `“${waiting}” is proposed to supersede it already. Sign or withdraw that first.` : null
}
