import { warehouse } from '../../../engine/port.ts'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { inWorker } from '../../../kernel/worker.ts'
import type { ShareInterval } from '../../../methods/attribution.ts'
import { freshen } from '../../imports/server/index.ts'
import { attribution } from '../contract.ts'
import { noChannel } from '../rules.ts'
import type { Asked } from './bootstrap-worker.ts'
import { pathsOf } from './path-mart.ts'
import { currentSettings } from './settings.ts'
import { type RunRow, toRun } from './tables.ts'

const call = { actor: system('attribution'), via: 'job' }
const step = <T>(app: App, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  retrying(() => transact(app, call, 'measuring intervals', work))

const latest = (db: Reader | Database): Promise<RunRow | undefined> =>
  db.selectFrom('attribution_runs').selectAll().orderBy('asked_at', 'desc').limit(1).executeTakeFirst()

const find = (db: Reader | Database, id: string): Promise<RunRow | undefined> =>
  db.selectFrom('attribution_runs').selectAll().where('id', '=', id).executeTakeFirst()

/** The newest measurement, whether it still fits the figures, and how far it is. */
export async function intervals(ctx: Ctx) {
  const signature = await freshen(ctx)
  const run = await latest(ctx.db)
  return { run: run ? { ...toRun(run), isCurrent: run.signature === signature } : null }
}

/** Ask for it anew; one is measured at a time. */
export async function measureIntervals(ctx: Ctx, { resamples }: In<typeof attribution.measureIntervals>) {
  const running = await latest(ctx.db)
  if (running?.state === 'running')
    throw conflict('Intervals are being measured already. Wait for them, or stop that first.')

  const row = await ctx.insert('attribution_runs', {
    id: ctx.id('atr'),
    resamples,
    done: 0,
    state: 'running',
    signature: '',
    intervals: JSON.stringify(null),
    reason: null,
    asked_at: ctx.now,
    asked_by: ctx.actor.name,
  })
  await ctx.record(attribution.events.intervalsAsked, row.id, { resamples })
  ctx.enqueue(measure, { id: row.id })

  return { run: { ...toRun(row), isCurrent: true } }
}

export async function stopIntervals(ctx: Ctx, { id }: In<typeof attribution.stopIntervals>) {
  const row = await find(ctx.db, id)
  if (!row) throw missing('This measurement')
  if (row.state !== 'running')
    throw conflict(
      'The measurement of intervals is not running any more: it has ended or was stopped already.',
    )

  const stopped = (await ctx.update('attribution_runs', id, { state: 'stopped' })) as RunRow
  await ctx.record(attribution.events.intervalsStopped, id, {})

  return { run: { ...toRun(stopped), isCurrent: false } }
}

/** Bootstrap of journeys in a thread of its own; written down as it goes, stopped when nobody wants it any more. */
export const measure = job<{ id: string }>('attribution.measure', async (app, { id }) => {
  const row = await find(app.db, id)
  if (row?.state !== 'running') return
  const found = await bootstrap(app, row).catch((error: Error) => error)
  if (found) await step(app, (ctx) => keep(ctx, row.id, found))
})

type Measured = { signature: string; intervals: ShareInterval[] }

async function bootstrap(app: App, { id, resamples }: RunRow): Promise<Measured | undefined> {
  const signature = await freshen(app)
  const { settings } = await currentSettings(app.db)
  const journeys = await pathsOf(app.services.use(warehouse))
  const asked: Asked = { journeys, order: settings.markovOrder, resamples }
  let told = Date.now()
  const progress = async (done: number): Promise<boolean> => {
    if (Date.now() - told < 400) return true
    told = Date.now()
    await app.db.updateTable('attribution_runs').set({ done }).where('id', '=', id).execute()
    return !app.jobs.isStopping && (await find(app.db, id))?.state === 'running'
  }
  const intervals = await inWorker<ShareInterval[]>(import.meta.url, 'bootstrap-worker', asked, progress)
  return intervals && { signature, intervals }
}

/** Whoever stopped it meanwhile is right. */
async function keep(ctx: Ctx, id: string, found: Measured | Error): Promise<void> {
  const row = await find(ctx.db, id)
  if (row?.state !== 'running') return
  if (found instanceof Error) {
    await ctx.update('attribution_runs', id, { state: 'failed', reason: found.message })
    await ctx.record(attribution.events.intervalsFailed, id, { reason: found.message })
    return
  }
  const kept = found.intervals.map((one) => ({
    ...one,
    channel: one.channel === noChannel ? null : one.channel,
  }))
  await ctx.update('attribution_runs', id, {
    state: 'done',
    done: row.resamples,
    signature: found.signature,
    intervals: JSON.stringify(kept),
  })
  await ctx.record(attribution.events.intervalsMeasured, id, { resamples: row.resamples })
}

/** What a process that died was measuring is not going on. */
export async function forgetRunning(app: App): Promise<void> {
  const left = await app.db
    .selectFrom('attribution_runs')
    .selectAll()
    .where('state', '=', 'running')
    .execute()
  for (const row of left)
    await step(app, (ctx) => keep(ctx, row.id, new Error('the program was stopped meanwhile; measure again')))
}

type Interval = { share: number; lower: number; upper: number }

/** Intervals of the Markov shares of channels, as long as they fit the figures. */
export async function currentIntervals(
  db: Reader | Database,
  signature: string,
): Promise<Map<string | null, Interval>> {
  const row = await db
    .selectFrom('attribution_runs')
    .selectAll()
    .where('state', '=', 'done')
    .where('signature', '=', signature)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return new Map(
    (row?.intervals ?? []).map(({ channel, share, lower, upper }) => [channel, { share, lower, upper }]),
  )
}
