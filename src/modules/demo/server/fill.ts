import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { job } from '../../../kernel/module.ts'
import { perform, retrying, transact } from '../../../kernel/perform.ts'
import { imports } from '../../imports/contract.ts'
import { type DemoFile, type DemoSize, freshen, generateDemo } from '../../imports/server/index.ts'
import { demo } from '../contract.ts'
import { writeAgencies } from './agencies.ts'
import { writeAgenda } from './agenda.ts'
import { writeAnswers } from './answers.ts'
import { writeAvailability } from './availability.ts'
import { writeBackUps } from './back-ups.ts'
import { writeBlockers } from './blockers.ts'
import { writeBoards } from './boards.ts'
import { writeBudget } from './budget.ts'
import { writeCases } from './cases.ts'
import { writeCosts } from './costs.ts'
import { writeDepartments } from './departments.ts'
import { writeFiles } from './files.ts'
import { writeLaunches } from './launches.ts'
import { fitTheWeeks } from './optimise.ts'
import { planCampaigns } from './plan-campaigns.ts'
import { writePositions } from './positions.ts'
import { writePriorities } from './priorities.ts'
import { writeProofs } from './proofs.ts'
import { askTheQuarter } from './quarter.ts'
import { completeReporting } from './reporting.ts'
import { writeRequests } from './requests.ts'
import { writeRoutines } from './routines.ts'
import { writeScenarios } from './scenarios.ts'
import { signTheQuarter } from './signatures.ts'
import { spreadBudget } from './spread-budget.ts'
import { writeSprints } from './sprints.ts'
import { writeStrategy } from './strategy.ts'
import { writeTeamwork } from './teamwork.ts'
import { writeTemplates } from './templates.ts'
import { writeTime } from './time.ts'
import { traceEverything } from './trace.ts'
import { writeWork } from './work.ts'

const call = { actor: system('demo'), via: 'job' }
const step = (app: App, work: (ctx: Ctx) => Promise<void>) =>
  retrying(() => transact(app, call, 'the demo', work))

/** Write the demo company's export files and hand them in by the same door as anybody's files. */
export const fillDemo = job<Record<string, never>>('demo.fill', async (app) => {
  const run = await app.db.selectFrom('demo_runs').selectAll().where('id', '=', 'demo').executeTakeFirst()
  if (!run || (run.state !== 'making' && run.state !== 'landing')) return
  const folder = join(app.config.dataDir, 'demo')
  try {
    const { files } = await generateDemo(folder, { size: run.size as DemoSize, until: run.until })
    await step(app, async (ctx) => {
      await ctx.update('demo_runs', 'demo', { state: 'landing', files: files.length })
      await ctx.record(demo.events.started, 'demo', { size: run.size })
    })
    await landAll(app, files)
    await writeCosts(app, run.size as DemoSize, run.until)
    await writeBudget(app, run.size as DemoSize, run.until)
    await writeBoards(app)
    await freshen(app)
    await signTheQuarter(app, run.until)
    await completeReporting(app)
    await writeStrategy(app, run.until)
    await planCampaigns(app, run.size as DemoSize, run.until)
    await spreadBudget(app, run.size as DemoSize, run.until)
    await writeTemplates(app, run.until)
    await writeBackUps(app, run.until)
    await traceEverything(app)
    await writeLaunches(app, run.until)
    await writeAgencies(app, run.until)
    await writeFiles(app)
    await writeScenarios(app)
    await writeCases(app)
    await writeDepartments(app, run.until)
    await askTheQuarter(app, run.until)
    await writeAvailability(app)
    await writeTeamwork(app, run.until)
    await writeAgenda(app)
    await writeProofs(app)
    await writeAnswers(app, run.until)
    await writePositions(app, run.size as DemoSize, run.until)
    await writeWork(app, run.size as DemoSize)
    await writePriorities(app)
    await writeRoutines(app)
    await writeTime(app)
    await writeSprints(app, run.until)
    await writeBlockers(app, run.until)
    await writeRequests(app, run.until)
    await fitTheWeeks(app)
    await step(app, async (ctx) => {
      await ctx.update('demo_runs', 'demo', { state: 'ready' })
      await ctx.record(demo.events.filled, 'demo', { files: files.length })
    })
    for (const file of files) await rm(file.path, { force: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    app.log.error({ reason }, 'the demo could not be filled')
    await step(app, async (ctx) => {
      await ctx.update('demo_runs', 'demo', { state: 'failed', reason })
      await ctx.record(demo.events.failed, 'demo', { reason })
    })
  }
})

async function landAll(app: App, files: DemoFile[]): Promise<void> {
  const ids: string[] = []
  for (const { path, name } of files) {
    const file = (await openAsBlob(path)).stream() as ReadableStream<Uint8Array>
    const { items } = await perform(app, imports.upload, { name }, { ...call, file })
    ids.push(...items.filter((one) => one.status === 'ready').map((one) => one.id))
  }
  if (ids.length === 0) return
  await perform(app, imports.land, { ids }, call)
  for (;;) {
    const all = await Promise.all(ids.map((id) => perform(app, imports.show, { id }, call)))
    const failed = all.find((one) => one.status === 'failed')
    if (failed) throw new Error(`${failed.file}: ${failed.reason}`)
    if (all.every((one) => one.status === 'landed')) return
    await wait(200)
  }
}
