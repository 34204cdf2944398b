import { type Day, daysBetween } from '../../../methods/days.ts'

/** In the order in which they are decided. */
export const stages = ['creative', 'legal', 'budget'] as const
type StageName = (typeof stages)[number]
export const stageTitles: Record<StageName, string> = {
  creative: 'Creative and brand',
  legal: 'Legal and compliance',
  budget: 'Budget',
}
/** Who approves where the brief says nothing else. */
export const usualRoles: Record<StageName, string> = {
  creative: 'creative-director',
  legal: 'legal',
  budget: 'finance',
}

/** The list every campaign is held against until somebody changes it. */
export const firstChecklist = [
  { id: 'logo', words: 'Logo, colours and typeface as the brand standards say' },
  { id: 'voice', words: 'Tone of voice fits the brand and the audience' },
  { id: 'claims', words: 'Every claim has its evidence' },
  { id: 'rights', words: 'Rights to pictures, music and quotations are cleared' },
  { id: 'access', words: 'Text alternatives, captions and contrast are there' },
]
type Item = (typeof firstChecklist)[number]

/** Why a checklist cannot be kept, or null. */
export function whyNotChecklist(items: readonly Item[]): string | null {
  if (items.length === 0) return 'A checklist has at least one line.'
  const words = items.map((one) => one.words.toLowerCase())
  if (new Set(words).size < words.length) return 'Two lines of the checklist say the same.'
  return new Set(items.map((one) => one.id)).size < items.length
    ? 'Two lines of the checklist have the same id.'
    : null
}

/** Why the creative stage cannot be approved with these ticks, or null. */
export function whyNotTicked(items: readonly Item[], ticked: readonly string[]): string | null {
  const open = items.filter((one) => !ticked.includes(one.id))
  if (open.length === 0) return null
  return `The brand checklist is not ticked in full: ${open.map((one) => `“${one.words}”`).join(', ')}.`
}

type Waiting = { stage: StageName; roleId: string | null; personId: string | null; who: string }
export type Asker = { personId: string | undefined; roles: readonly string[] }

/** Why somebody cannot decide the stage that is next, or null. */
export function whyNotDecide(
  one: { state: string; ownerId: string; submittedById: string | null; next: Waiting | undefined },
  asker: Asker,
): string | null {
  if (one.state !== 'in-approval' || !one.next) return 'It waits for nobody’s approval.'
  if (!asker.personId) return 'An approval is a person’s: sign in under your own name.'
  if (asker.personId === one.ownerId) return 'You own it: nobody approves their own campaign.'
  if (asker.personId === one.submittedById) return 'You submitted it: somebody else has to approve it.'
  const { next } = one
  const isTheirs = next.personId ? next.personId === asker.personId : asker.roles.includes(next.roleId ?? '')
  return isTheirs ? null : `It is for ${next.who} to decide it.`
}

/** Why somebody cannot decide a change request, or null. */
export function whyNotDecideChange(
  change: { state: string; askedById: string; baseVersion: number },
  campaign: { ownerId: string; state: string; approvedVersion: number },
  personId: string | undefined,
): string | null {
  if (change.state !== 'open') return `It is ${change.state} already.`
  if (!personId) return 'A decision is a person’s: sign in under your own name.'
  if (personId === change.askedById) return 'You asked for it: somebody else has to decide it.'
  if (personId === campaign.ownerId) return 'You own the campaign: somebody else has to decide its changes.'
  if (campaign.state !== 'approved') return 'The campaign is not approved any more.'
  return change.baseVersion === campaign.approvedVersion
    ? null
    : 'The brief has changed since this was asked for. Withdraw it and ask anew.'
}

/** `Legal and compliance: waits for Legal until 2026-05-04, 3 days late` */
export function nextWords(next: { title: string; who: string; dueOn: Day }, today: Day): string {
  const late = daysBetween(next.dueOn, today)
  const words = `${next.title}: waits for ${next.who} until ${next.dueOn}`
  return late > 0 ? `${words}, ${late} ${late === 1 ? 'day' : 'days'} late` : words
}
