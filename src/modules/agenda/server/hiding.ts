import type { Asker } from '../../identity/server/index.ts'
import { type Item, work } from '../../work/contract.ts'
import type { Section } from '../things.ts'
import { type boardsOf, titleOf } from './entries.ts'

type Line = Section['lines'][number]
type Boards = Awaited<ReturnType<typeof boardsOf>>
const most = 2000

/** Finds one of these in a line, as a whole word; built once for all lines. */
function naming(words: readonly string[]): (line: Line) => boolean {
  const any = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'iu')
  return (line) => pattern.test(`${line.title} ${line.note} ${line.path ?? ''}`)
}

async function allOn(ask: Asker['ask'], boardId: string): Promise<Item[]> {
  const found: Item[] = []
  for (let offset = 0; ; offset += most) {
    const { items } = await ask(work.items, { boardId, limit: most, offset, sort: 'number' })
    found.push(...items)
    if (items.length < most) return found
  }
}

/** What other modules say, as it may leave the house: of confidential boards no more than the number of an item. */
export async function hiding(ask: Asker['ask'], boards: Boards): Promise<(line: Line) => Line> {
  const secret = [...boards].filter(([, one]) => one.isConfidential)
  const items: Item[] = []
  for (const [boardId] of secret) items.push(...(await allOn(ask, boardId)))
  const known = items.map((one) => ({ one, isIn: naming([one.id, `W-${one.number}`, one.title]) }))
  const isOfBoard = secret.map(([id, one]) => naming([id, one.name]))
  return (line) => {
    const item = known.find(({ isIn }) => isIn(line))?.one
    if (item) return { ...line, title: `Something about ${titleOf(item, boards)}`, note: '' }
    return isOfBoard.some((isIn) => isIn(line))
      ? { ...line, title: 'Something about a confidential board', note: '' }
      : line
  }
}
