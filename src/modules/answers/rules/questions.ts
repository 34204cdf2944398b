import { daysBetween } from '../../../methods/days.ts'
import type { Channel, Line } from '../things.ts'

export const channelTitles: Record<Channel, string> = {
  product: 'Here',
  mail: 'By mail',
  chat: 'In chat',
  call: 'On a call',
  meeting: 'In a meeting',
  form: 'Through a form',
}

export const stateTitles: Record<Line['state'], string> = {
  open: 'Not answered',
  draft: 'Not published',
  published: 'Published',
}

export const channelTitle = (channel: Channel): string => channelTitles[channel]
export const stateTitle = (state: Line['state']): string => stateTitles[state]

type Standing = { id: string; text: string; version: number; published_version: number | null }

export function stateOf({ version, published_version }: Omit<Standing, 'id' | 'text'>): Line['state'] {
  if (published_version !== null) return 'published'
  return version > 0 ? 'draft' : 'open'
}

/** An answer is looked at again on its day. */
export const isDue = (reviewOn: string | null, today: string): boolean =>
  reviewOn !== null && daysBetween(today, reviewOn) <= 0

/** What is published is not hidden below what is not. */
export function whyNotMerge(own: Standing, into: Standing): string | null {
  if (own.id === into.id) return 'This is one question already.'
  if (own.published_version !== null && into.published_version === null)
    return `“${own.text}” has the published answer. Say it the other way round: that “${into.text}” is the same as it.`
  return null
}

export function whyNotPublish({ version, published_version }: Omit<Standing, 'id' | 'text'>): string | null {
  if (version === 0) return 'Nobody has written an answer yet.'
  return published_version === version ? 'The newest version is published already.' : null
}

type Noted = { asked_by_id: string | null; noted_by_id: string | null; noted_by: string }
type Who = { personId: string | undefined; writes: boolean }

/** Whoever noted it, whoever asked, or in charge of answers. */
export function whyNotTakeBack(row: Noted, { personId, writes }: Who): string | null {
  const isOwn = personId !== undefined && [row.asked_by_id, row.noted_by_id].includes(personId)
  return writes || isOwn ? null : `${row.noted_by} noted this, and takes it back.`
}
