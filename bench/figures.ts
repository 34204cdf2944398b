import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { warehouse } from '../src/engine/port.ts'
import type { App } from '../src/kernel/app.ts'
import { metrics } from '../src/modules/metrics/contract.ts'
import { pipeline } from '../src/modules/pipeline/contract.ts'
import { byHand } from './by-hand.ts'
import {
  folder,
  inChild,
  median,
  megabytes,
  millis,
  quantile,
  say,
  seconds,
  timed,
  times,
  title,
} from './ground.ts'
import { ask, openProduct } from './product.ts'

type Filled = { generate: number; inspect: number; land: number; marts: number; rows: number; peak: number }
const until = '2025-12-31'

const questions: Record<string, (app: App) => Promise<unknown>> = {
  trajectory: (app) => ask(app, pipeline.trajectory, { to: until, weeks: 26 }),
  funnel: (app) => ask(app, pipeline.funnel, { horizon: 90 }),
  'leads and won by channel and month': (app) =>
    ask(app, metrics.query, { metrics: ['leads', 'won'], by: ['channel'], grain: 'month' }),
  'touches by channel and month': (app) =>
    ask(app, metrics.query, { metrics: ['touches'], by: ['channel'], grain: 'month' }),
}

/** Answers on ten million touches against the best query written by hand, and warm answers on the small demo. */
export async function figures(): Promise<void> {
  await onLarge()
  await onSmall()
}

async function onLarge(): Promise<void> {
  title('Figures on the large demo (10 M touches, 1 M people)')
  const { app, close } = await openProduct(await filled('large'))
  try {
    for (const [name, question] of Object.entries(questions)) {
      const hand = () => byHand[name]!(app.services.use(warehouse))
      await question(app)
      await hand()
      const ours: number[] = []
      const best: number[] = []
      for (let round = 0; round < 9; round += 1) {
        best.push((await timed(hand)).ms)
        ours.push((await timed(() => question(app))).ms)
      }
      say(`${name}: by hand`, millis(median(best)))
      say(`${name}: ours`, millis(median(ours)))
      say(`${name}: ours ÷ by hand`, times(median(ours) / median(best)), '≤ 1.5 ×')
    }
  } finally {
    await close()
  }
}

async function onSmall(): Promise<void> {
  const data = await filled('small')
  title('Figures on the small demo, warm, 50 answers each')
  const { app, close } = await openProduct(data)
  try {
    for (const [name, question] of Object.entries(questions)) {
      await question(app)
      const took: number[] = []
      for (let round = 0; round < 50; round += 1) took.push((await timed(() => question(app))).ms)
      say(`${name}: p50`, millis(median(took)))
      say(`${name}: p95`, millis(quantile(took, 0.95)), '< 300 ms')
    }
  } finally {
    await close()
  }
}

/** The data folder of a demo, filled when it is not there from an earlier run. */
export async function filled(size: 'tiny' | 'small' | 'large'): Promise<string> {
  const data = folder(`data-${size}`, { fresh: false })
  if (existsSync(join(data, 'warehouse.duckdb'))) return data
  const told = await inChild<Filled>('fill.ts', [size, data])
  say(`filling the ${size} demo: making its files`, seconds(told.generate))
  say(`filling the ${size} demo: upload and inspection`, seconds(told.inspect))
  say(`filling the ${size} demo: landing`, seconds(told.land))
  say(`filling the ${size} demo: marts`, seconds(told.marts))
  say(`filling the ${size} demo: peak memory`, megabytes(told.peak))
  return data
}
