import { localOwner } from '../src/kernel/actor.ts'
import type { App } from '../src/kernel/app.ts'
import { transact } from '../src/kernel/perform.ts'
import { addDays } from '../src/methods/days.ts'
import { load } from '../src/modules/load/contract.ts'
import { share } from '../src/modules/share/contract.ts'
import { work } from '../src/modules/work/contract.ts'
import { bringIn } from '../src/modules/work/server/index.ts'
import { hire } from './availability.ts'
import { folder, median, millis, quantile, say, timed, title } from './ground.ts'
import { ask, openProduct } from './product.ts'

const items = 2000
const rounds = 20

/** The load of 200 people in 26 weeks with 2,000 open items, and the vision share over it. */
export async function measuringLoad(): Promise<void> {
  const { app, close } = await openProduct(folder('load'))
  try {
    const today = new Date().toISOString().slice(0, 10)
    await fill(app, await hire(app, today), today)
    title(`Load of 200 people × 26 weeks, ${items} open items`)
    await repeat('the load page’s answer', () => ask(app, load.show, { weeks: 26 }), '< 300 ms')
    await repeat('the vision share’s answer', () => ask(app, share.show, {}), '')
    await repeat('a price in points', () => ask(app, share.price, { minutes: 2400 }), '')
  } finally {
    await close()
  }
}

async function repeat(what: string, work: () => Promise<unknown>, target: string): Promise<void> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) took.push((await timed(work)).ms)
  say(`${what}, median of ${rounds}`, millis(median(took)), target)
  say(`${what}, 95th percentile`, millis(quantile(took, 0.95)))
}

async function fill(app: App, ids: string[], today: string): Promise<void> {
  const board = await ask(app, work.addBoard, {
    ...{ name: 'Room', ownerId: ids[0]! },
    stages: [
      { name: 'To do', kind: 'waiting' },
      { name: 'Doing', kind: 'active' },
      { name: 'Done', kind: 'done' },
    ],
  })
  const brought = Array.from({ length: items }, (_, at) => ({
    ...{ title: `Item ${at}`, typeId: 'wty_task', boardId: board.id, labels: [], checks: [] },
    stays: [
      {
        stageId: board.stages[at % 2]!.id,
        enteredAt: new Date(Date.now() - (at % 60) * 86_400_000),
        by: 'Bench',
      },
    ],
    ...{ priority: 'normal' as const, arrival: 'planned' as const, relevance: 'now' as const },
    ...{ assigneeIds: [ids[at % ids.length]!], dueOn: addDays(today, at % 120), estimateMinutes: 960 },
    ...{ serves: null, notVision: null, approved: null },
  }))
  for (let from = 0; from < items; from += 500)
    await transact(app, { actor: localOwner, via: 'bench' }, 'bench', (ctx) =>
      bringIn(ctx, brought.slice(from, from + 500)),
    )
}
