import type { Asker } from '../../identity/server/index.ts'
import { type Item, work } from '../../work/contract.ts'
import type { Section } from '../things.ts'
import { type boardsOf, titleOf } from './entries.ts'

type Line = Section['lines'][number]
type Boards = Awaited<ReturnType<typeof boardsOf>>
const most = 2000

/** Does a line name one of these, as a whole word? */
const names = (line: Line, words: readonly string[]): boolean =>
  words.some((word) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
      'iu',
    ).test(`${line.title} ${line.note} ${line.path ?? ''}`),
  )

/** What other modules say, as it may leave the house: of confidential boards no more than the number of an item. */
export async function hiding(ask: Asker['ask'], boards: Boards): Promise<(line: Line) => Line> {
  const secret = [...boards].filter(([, one]) => one.isConfidential)
  const items: Item[] = []
  for (const [boardId] of secret) items.push(...(await ask(work.items, { boardId, limit: most })).items)
  return (line) => {
    const item = items.find((one) => names(line, [one.id, `W-${one.number}`, one.title]))
    if (item) return { ...line, title: `Something about ${titleOf(item, boards)}`, note: '' }
    const isOfBoard = secret.some(([id, one]) => names(line, [id, one.name]))
    return isOfBoard ? { ...line, title: 'Something about a confidential board', note: '' } : line
  }
}
