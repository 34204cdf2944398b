type Document = { id: string; title: string; text: string }

const least = 0.3
const unsaid = new Set(
  'a an and are can do does for how i in is it me my of on or the to we what when where which who why with'.split(
    ' ',
  ),
)

const wordsOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .normalize('NFKD')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).filter((one) => !unsaid.has(one)),
  )

/** Documents that hold at least three tenths of the words typed, best first; a title counts double. */
export function ranked(typed: string, documents: Document[]): { id: string; score: number }[] {
  const wanted = [...wordsOf(typed)]
  if (wanted.length === 0) return []
  const scored = documents.map(({ id, title, text }) => {
    const [first, rest] = [wordsOf(title), wordsOf(text)]
    const points = wanted.map((word) => (first.has(word) ? 1 : rest.has(word) ? 0.5 : 0) as number)
    return { id, score: points.reduce((sum, one) => sum + one, 0) / wanted.length }
  })
  return scored.filter((one) => one.score >= least).sort((a, b) => b.score - a.score)
}
