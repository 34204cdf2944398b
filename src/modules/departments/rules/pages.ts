import type { Body } from '../../strategy/rules.ts'
import { linesOf } from '../../strategy/rules.ts'
import type { Link, Tied } from '../things/page.ts'

/** The three parts of every page, in the order they are read. */
export const parts = [
  { part: 'doing', title: 'What we are up to' },
  { part: 'meaning', title: 'What it means for your job' },
  { part: 'needs', title: 'What we need from you' },
] as const
export type Part = (typeof parts)[number]['part']

export const blank: Body = { type: 'doc', content: [{ type: 'paragraph' }] }

export const isBlank = (body: unknown): boolean => linesOf(body as Body).length === 0

/** The page as lines, each part under its title: what two versions are compared by. */
export const pageLines = (said: { summary: string } & Record<Part, unknown>): string[] => [
  ...(said.summary ? [said.summary] : []),
  ...parts.flatMap(({ part, title }) => [title, ...linesOf(said[part] as Body)]),
]

type Actor = { personId: string | undefined; manages: boolean }
type Page = { owner_id: string | null; owner_name: string | null; closed_at: Date | null; name: string }

/** The page is written by its owner, and by those who manage all of them. */
export function whyNotWrite(page: Page, { personId, manages }: Actor): string | null {
  if (page.closed_at) return `The page for ${page.name} is closed. Open it again to write on it.`
  if (manages || (personId !== undefined && page.owner_id === personId)) return null
  return page.owner_name
    ? `${page.owner_name} owns the page for ${page.name} and writes it. Comment on it, or ask them.`
    : `Nobody owns the page for ${page.name} yet. Whoever manages departments can make you its owner.`
}

/** Why a text cannot be saved over the one in force: somebody was faster, and both texts stay. */
export const whyNotSaveOver = (base: number, now: { version: number; by: string }): string | null =>
  base === now.version
    ? null
    : `${now.by} saved version ${now.version} since you opened version ${base}. Your text is kept here: compare the two, take over what is missing, and save again.`

/** What a page lacks to show what it does for the business. */
export function lackOf(tied: readonly Pick<Tied, 'kind' | 'figure' | 'name'>[]): string | null {
  if (tied.length === 0)
    return 'It is tied to no goal and no KPI agreement: nobody can see what it does for revenue.'
  const known = tied.filter((one) => one.name !== null)
  if (known.some((one) => one.kind === 'goal' || one.figure?.isOutcome)) return null
  return 'It is tied to activities only. Tie it to the goal or the outcome that they serve.'
}

type LinkRow = { revoked_at: Date | null; expires_at: Date }

export const linkState = (row: LinkRow, now: Date): Link['state'] =>
  row.revoked_at ? 'taken back' : row.expires_at <= now ? 'ended' : 'open'

/** Whom to ask is said by the department itself, while its page is open. */
export function whyNotKeepContact(
  page: Pick<Page, 'name' | 'closed_at'>,
  who: { isOf: boolean; manages: boolean },
): string | null {
  if (page.closed_at) return `The page for ${page.name} is closed.`
  return who.isOf || who.manages ? null : `The people of ${page.name} say whom to ask.`
}
