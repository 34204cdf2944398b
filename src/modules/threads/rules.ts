type Written = { by_id: string | null; by_name: string; removed_at: Date | null }

const isOwn = (row: Written, personId: string | undefined): boolean =>
  row.by_id !== null && row.by_id === personId

/** A comment is in the hands of whoever wrote it. */
export function whyNotEdit(row: Written, personId: string | undefined): string | null {
  if (!isOwn(row, personId))
    return `${row.by_name} wrote this comment, and nobody else rewords or removes it.`
  return row.removed_at ? 'This comment was removed. Put it back first.' : null
}

export function whyNotPutBack(row: Written, personId: string | undefined): string | null {
  if (!isOwn(row, personId)) return `${row.by_name} removed this comment, and nobody else puts it back.`
  return row.removed_at ? null : 'This comment stands already.'
}

type Begun = { reply_to: string | null; removed_at: Date | null }

/** What a comment began is settled as a whole. */
export function whyNotResolve({ reply_to, removed_at }: Begun): string | null {
  if (reply_to !== null) return 'A reply is settled with the comment that it answers.'
  return removed_at ? 'This comment was removed; there is nothing to settle.' : null
}

/** People are mentioned where they can read it. */
export function whyNotMention(names: readonly string[], what: string): string | null {
  if (names.length === 0) return null
  const who = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]
  return `${who} may not read this ${what}, and would not see the comment. Take the mention out, or ask whoever manages roles.`
}

const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Who fits what was typed of a name: first whose name begins with it, then a word of it, then who holds it at all. */
export function fitting<P extends { name: string }>(people: readonly P[], typed: string): P[] {
  const wanted = plain(typed)
  const rank = (name: string): number => {
    const at = plain(name)
    if (at.startsWith(wanted)) return 0
    return at.split(/[\s-]+/).some((word) => word.startsWith(wanted)) ? 1 : at.includes(wanted) ? 2 : 3
  }
  const ranked = people.map((one) => ({ one, rank: rank(one.name) })).filter((found) => found.rank < 3)
  return ranked.sort((a, b) => a.rank - b.rank).map((found) => found.one)
}

/** The beginning of a comment, for a notice. */
export const beginning = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 140 ? `${line.slice(0, 139)}…` : line
}
