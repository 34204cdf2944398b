import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Allotted, allocate, drawFits, fitResponse, response } from '../src/methods/response/index.ts'
import { sharedData } from '../src/test/shared.ts'
import { millis, say, timed, title } from './ground.ts'

const channels = ['tv_S', 'ooh_S', 'print_S', 'search_S', 'facebook_S']

/** Robyn’s weekly file: the fit, its redraws, and the allocation beside one by dynamic programming. */
export async function optimising(): Promise<void> {
  const data = sharedData()
  if (!data) return
  const weekly = read(join(data, 'robyn/dt_simulated_weekly.csv'))
  title(`Response curves: ${channels.length} channels × ${weekly.outcome.length} weeks`)
  const { ms, out } = await timed(() => fitResponse(weekly))
  say('fit, the better of two families', millis(ms), `R² ${out.fit.rSquared.toFixed(3)}`)
  const drawn = await timed(() => [...drawFits(out.problem, out.fit, { seed: 1, draws: 100 })])
  say('100 redraws', millis(drawn.ms))
  await allocating(out.fit.channels.map((curve) => ({ curve, lo: 0, hi: curve.scale })))
}

function read(path: string) {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const names = head!.replaceAll('"', '').split(',')
  const column = (name: string) => lines.map((line) => Number(line.split(',')[names.indexOf(name)]))
  return {
    channels: channels.map((name) => ({ name, spend: column(name) })),
    outcome: column('revenue'),
  }
}

const steps = 2000

async function allocating(allotted: Allotted[]): Promise<void> {
  const budget = 0.3 * allotted.reduce((sum, { hi }) => sum + hi, 0)
  const ours = await timed(() => allocate(allotted, budget))
  const theirs = await timed(() => byHand(allotted, budget))
  say('allocation', millis(ours.ms))
  say(
    `the same by dynamic programming, ${steps} steps`,
    millis(theirs.ms),
    `${(theirs.ms / ours.ms).toFixed(0)} × ours`,
  )
  say('outcome ÷ that of dynamic programming', (ours.out.outcome / theirs.out).toFixed(6), '≥ 0.999')
}

function byHand(allotted: Allotted[], budget: number): number {
  const step = budget / steps
  let best = new Float64Array(steps + 1)
  for (const { curve, hi } of allotted) {
    const most = Math.min(steps, Math.floor(hi / step))
    const gains = Array.from({ length: most + 1 }, (_, k) => response(curve, k * step))
    const next = new Float64Array(steps + 1).fill(Number.NEGATIVE_INFINITY)
    for (let all = 0; all <= steps; all += 1)
      for (let k = 0; k <= Math.min(all, most); k += 1)
        next[all] = Math.max(next[all]!, best[all - k]! + gains[k]!)
    best = next
  }
  return best[steps]!
}
