import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Warehouse } from '../src/engine/warehouse.ts'
import { markov, shapley, spearman } from '../src/methods/attribution.ts'
import { attribution as routes } from '../src/modules/attribution/contract.ts'
import { defaultSettings, models } from '../src/modules/attribution/rules.ts'
import { buildCredits } from '../src/modules/attribution/server/credit-mart.ts'
import { buildJourneys } from '../src/modules/attribution/server/journey-mart.ts'
import { buildPaths, pathsOf } from '../src/modules/attribution/server/path-mart.ts'
import { creditsByHand } from './attribution-by-hand.ts'
import { filled } from './figures.ts'
import { folder, median, megabytes, memory, peakMemory, say, seconds, timed, times, title } from './ground.ts'
import { ask, openProduct } from './product.ts'

/** Credits to the cent against the best query by hand that leaves them unrounded, and what the models find out. */
export async function attributing(): Promise<void> {
  await credits()
  await truth()
}

async function credits(): Promise<void> {
  const data = await filled('large')
  title('Attribution on the large demo (10 M touches, 1 M people)')
  const path = join(folder('attribution'), 'warehouse.duckdb')
  copyFileSync(join(data, 'warehouse.duckdb'), path)
  const store = await Warehouse.open({ path, memory })
  try {
    const ours: number[] = []
    const hand: number[] = []
    const build = () =>
      store.write(async (db) => {
        await buildJourneys(db, defaultSettings, 'UTC')
        await buildCredits(db, defaultSettings)
      })
    for (let round = 0; round < 3; round += 1) {
      ours.push((await timed(build)).ms)
      hand.push((await timed(() => store.write((db) => creditsByHand(db)))).ms)
    }
    const [{ n = 0 } = {}] = await store.query<{ n: number }>('select count(*) as n from mart.credit')
    say('credit rows', n.toLocaleString('en'))
    say('all models by hand, unrounded', seconds(median(hand)))
    say('all models, to the cent', seconds(median(ours)))
    say('ours ÷ by hand', times(median(ours) / median(hand)), '≤ 2 ×')
    const learn = await timed(() => store.write((db) => buildPaths(db, defaultSettings)))
    const journeys = await store.write((db) => pathsOf(db))
    const rest = await timed(async () => [markov(journeys, 2), markov(journeys, 3)])
    shapley(journeys)
    say('Markov 1–3 and Shapley, paths included', seconds(learn.ms + rest.ms), '< 8 s')
    say('different paths', (journeys.starts.length - 1).toLocaleString('en'))
    say('peak memory of the process', megabytes(peakMemory()), '< 2000 MB')
  } finally {
    await store.close()
  }
}

type Truth = { incremental: Record<string, { won: number }> }

/** How well each model ranks the channels of the demo company by the sales that would be missing without them. */
async function truth(): Promise<void> {
  const data = await filled('small')
  title('Attribution against the planted truth (small demo)')
  const { incremental } = JSON.parse(
    readFileSync(join(folder('demo-small', { fresh: false }), 'truth.json'), 'utf8'),
  ) as Truth
  const { app, close } = await openProduct(data)
  try {
    const { rows } = await ask(app, routes.report, {})
    const known = rows.filter((row) => row.value !== null && row.value in incremental)
    const planted = known.map((row) => incremental[row.value!]!.won)
    for (const { id, title: name } of models) {
      const found = spearman(
        known.map((row) => row.sales[id] ?? 0),
        planted,
      )
      say(`${name}: rank correlation`, found === null ? 'n/a' : found.toFixed(3))
    }
    const removal = (await ask(app, routes.totals, { model: 'markov' })).rows
    const effects = known.map((row) => removal.find((one) => one.channel === row.value)?.conversions ?? 0)
    say('Markov, channel totals: rank correlation', spearman(effects, planted)?.toFixed(3) ?? 'n/a')
  } finally {
    await close()
  }
}
