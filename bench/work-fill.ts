import { localOwner } from '../src/kernel/actor.ts'
import { transact } from '../src/kernel/perform.ts'
import type { Board } from '../src/modules/work/contract.ts'
import { type Brought, bringIn } from '../src/modules/work/server/index.ts'
import { openProduct } from './product.ts'

export const onBoard = 300
const batch = 1000
const priorities = ['urgent', 'high', 'normal', 'low'] as const

/** 300 open items on the first board, the rest on the second, nine of ten of them done. */
export async function fillItems(
  data: string,
  boards: [Board, Board],
  all: number,
  people: string[],
): Promise<void> {
  const { app, close } = await openProduct(data)
  const said = Array.from({ length: all }, (_, at) =>
    at < onBoard
      ? itemOf(boards[0], at, at % 3, people)
      : itemOf(boards[1], at, at % 10 === 0 ? at % 3 : 3, people),
  )
  for (let from = 0; from < all; from += batch)
    await transact(app, { actor: localOwner, via: 'bench' }, 'the bench', (ctx) =>
      bringIn(ctx, said.slice(from, from + batch)),
    )
  await close()
}

function itemOf(board: Board, at: number, place: number, people: string[]): Brought {
  const began = Date.UTC(2026, 0, 1) + (at % 200) * 86_400_000
  return {
    ...{
      title: `Piece of work ${at}, with a title as long as titles are`,
      typeId: 'wty_task',
      boardId: board.id,
    },
    stays: board.stages
      .slice(0, place + 1)
      .map(({ id }, step) => ({ stageId: id, enteredAt: new Date(began + step * 86_400_000), by: 'Ana' })),
    ...{ assigneeIds: [people[at % people.length]!], labels: [`label ${at % 12}`] },
    ...{
      priority: priorities[at % 4]!,
      arrival: 'planned',
      relevance: 'now',
      estimateMinutes: 60 + (at % 8) * 60,
    },
  }
}
