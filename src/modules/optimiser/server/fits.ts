import { catalogue } from '../../../engine/query/catalogue.ts'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { inWorker } from '../../../kernel/worker.ts'
import { optimiser } from '../contract.ts'
import { sorted, togetherWords } from '../rules.ts'
import type { Answer, Asked } from './fit-worker.ts'
import { learntOf } from './learnt.ts'
import { requireOutcome } from './outcomes.ts'
import { type FitRow, toRun } from './tables.ts'
import { type Weeks, weeksOf } from './weeks.ts'

const call = { actor: system('optimiser'), via: 'job' }
const step = <T>(app: App, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  retrying(() => transact(app, call, 'fitting response curves', work))

const draws = 100

export const findFit = (db: Reader | Database, id: string): Promise<FitRow | undefined> =>
  db.selectFrom('optimiser_fits').selectAll().where('id', '=', id).executeTakeFirst()

const titleOf = (ctx: Ctx, metric: string): string => ctx.use(catalogue).metrics.get(metric)?.title ?? metric

const newest = (db: Reader | Database, metric: string) =>
  db
    .selectFrom('optimiser_fits')
    .selectAll()
    .where('metric', '=', metric)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)

export async function latest(ctx: Ctx, { metric }: In<typeof optimiser.latest>) {
  requireOutcome(ctx, metric)
  const run = await newest(ctx.db, metric).executeTakeFirst()
  const finished = await newest(ctx.db, metric).where('state', '=', 'done').executeTakeFirst()
  return { run: run ? toRun(run) : null, finished: finished?.id ?? null }
}

export async function fit(ctx: Ctx, { metric }: In<typeof optimiser.fit>) {
  const weeks = await weeksOf(ctx, metric)
  if (weeks.refused !== null) throw conflict(weeks.refused)
  if ((await newest(ctx.db, metric).executeTakeFirst())?.state === 'running')
    throw conflict('Curves of this outcome are being fitted already. Wait for them, or stop that first.')

  const row = await ctx.insert('optimiser_fits', {
    id: ctx.id('fit'),
    metric,
    state: 'running',
    draws,
    done: 0,
    signature: weeks.signature,
    result: null,
    reason: null,
    asked_at: ctx.now,
    asked_by: ctx.actor.name,
  })
  await ctx.record(optimiser.events.fitAsked, row.id, { metric: weeks.metric.title })
  ctx.enqueue(fitCurves, { id: row.id })

  return toRun(row)
}

export async function stop(ctx: Ctx, { id }: In<typeof optimiser.stop>) {
  const row = await findFit(ctx.db, id)
  if (!row) throw missing('This fit')
  if (row.state !== 'running')
    throw conflict('The fit is not running any more: it has ended or was stopped already.')

  const stopped = (await ctx.update('optimiser_fits', id, { state: 'stopped' })) as FitRow
  await ctx.record(optimiser.events.fitStopped, id, { metric: titleOf(ctx, row.metric) })

  return toRun(stopped)
}

/** Fit in a thread of its own; written down as it goes, given up when nobody wants it any more. */
export const fitCurves = job<{ id: string }>('optimiser.fit', async (app, { id }) => {
  const row = await findFit(app.db, id)
  if (row?.state !== 'running') return
  const found = await fitted(app, row).catch((error: Error) => error)
  if (found) await step(app, (ctx) => keep(ctx, row, found))
})

type Found = { weeks: Weeks; answer: Answer }

async function fitted(app: App, row: FitRow): Promise<Found | undefined> {
  const weeks = await step(app, (ctx) => weeksOf(ctx, row.metric))
  if (weeks.refused !== null) throw new Error(weeks.refused)
  const { told } = sorted(weeks.channels)
  const asked: Asked = { weekly: { channels: told, outcome: weeks.outcome }, draws: row.draws }
  let saidAt = 0
  const progress = async (done: number): Promise<boolean> => {
    if (Date.now() - saidAt < 400) return true
    saidAt = Date.now()
    await app.db.updateTable('optimiser_fits').set({ done }).where('id', '=', row.id).execute()
    return !app.jobs.isStopping && (await findFit(app.db, row.id))?.state === 'running'
  }
  const answer = await inWorker<Answer>(import.meta.url, 'fit-worker', asked, progress)
  return answer && { weeks, answer }
}

/** Whoever stopped it meanwhile is right. */
async function keep(ctx: Ctx, { id, metric }: FitRow, found: Found | Error): Promise<void> {
  if ((await findFit(ctx.db, id))?.state !== 'running') return
  const said = { metric: titleOf(ctx, metric) }
  if (found instanceof Error) {
    await ctx.update('optimiser_fits', id, { state: 'failed', reason: found.message })
    await ctx.record(optimiser.events.fitFailed, id, { ...said, reason: found.message })
    return
  }
  const { weeks, answer } = found
  const notices = [...weeks.notices, ...togetherWords({ channels: sorted(weeks.channels).told, outcome: [] })]
  await ctx.update('optimiser_fits', id, {
    state: 'done',
    done: answer.draws.length,
    signature: weeks.signature,
    result: JSON.stringify(learntOf(weeks, answer, notices)),
  })
  await ctx.record(optimiser.events.fitDone, id, said)
}

/** What a process that died was fitting is not going on. */
export async function forgetRunning(app: App): Promise<void> {
  const left = await app.db.selectFrom('optimiser_fits').selectAll().where('state', '=', 'running').execute()
  for (const row of left)
    await step(app, (ctx) => keep(ctx, row, new Error('the program was stopped meanwhile; fit again')))
}
