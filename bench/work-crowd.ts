import { crowd } from '../e2e/crowd.ts'
import { call } from '../src/kernel/client.ts'
import type { Board } from '../src/modules/work/contract.ts'
import { millis, quantile, say, title } from './ground.ts'
import type { Server } from './server.ts'

/** Fifty people at once, each of whom begins one thing after another and finishes it, for some minutes, each with a pause between deeds. */
export async function crowding(server: Server, board: Board, minutes: number): Promise<void> {
  title(`50 people at once for ${minutes} minutes, each with a pause of 2 s between deeds`)
  const { took, refusals, lost, twins } = await crowd(
    (route, input) => call(route, input, { base: server.url, headers: server.headers }),
    board,
    minutes,
  )
  for (const [name, all] of Object.entries(took))
    say(
      `${name}, ${all.length} times: p50, p95, p99`,
      [0.5, 0.95, 0.99].map((p) => millis(quantile(all, p))).join(', '),
      'p99 < 250 ms',
    )
  say('refused or failed', String(refusals.length), '0')
  say('acknowledged and lost', String(lost.length), '0')
  say('places that two items have', String(twins), '0')
}
