import { copyFileSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { warehouse } from '../src/engine/port.ts'
import { Warehouse } from '../src/engine/warehouse.ts'
import { markov, shapley, spearman } from '../src/methods/attribution.ts'
import { dayIn } from '../src/methods/days.ts'
import { attribution as routes } from '../src/modules/attribution/contract.ts'
import { defaultSettings, models } from '../src/modules/attribution/rules.ts'
import { buildCredits } from '../src/modules/attribution/server/credit-mart.ts'
import { buildJourneys } from '../src/modules/attribution/server/journey-mart.ts'
import { buildAll } from '../src/modules/attribution/server/mart.ts'
import { buildPaths, pathsOf } from '../src/modules/attribution/server/path-mart.ts'
import { buildPrices } from '../src/modules/attribution/server/prices.ts'
import { currentSettings } from '../src/modules/attribution/server/settings.ts'
import { marts, organisation } from '../src/modules/imports/server/index.ts'
import { creditsByHand } from './attribution-by-hand.ts'
import { filled } from './figures.ts'
import { folder, median, megabytes, memory, peakMemory, say, seconds, timed, times, title } from './ground.ts'
import { ask, openProduct } from './product.ts'

/** Credits to the cent against the best query by hand that leaves them unrounded, and what the models find out. */
export async function attributing(): Promise<void> {
  await credits()
  await update()
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
        await buildPrices(db, 'EUR')
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
    const read = await timed(() => store.write((db) => pathsOf(db)))
    const rest = await timed(() => [1, 2, 3].map((order) => markov(read.out, order)))
    const coalitions = await timed(() => shapley(read.out))
    say(
      'Markov 1–3 and Shapley, paths included',
      seconds(learn.ms + read.ms + rest.ms + coalitions.ms),
      '< 8 s',
    )
    say('different paths', (read.out.starts.length - 1).toLocaleString('en'))
    say('peak memory of the process', megabytes(peakMemory()), '< 2000 MB')
  } finally {
    await store.close()
  }
}

/** What a landing of one touch in a hundred costs beside deriving everything anew, and whether both give the same. */
async function update(): Promise<void> {
  const data = folder('attribution-update')
  cpSync(await filled('large'), data, { recursive: true })
  title('Bringing figures up to date (large demo, 1 % new touches)')
  const { app, close } = await openProduct(data)
  try {
    const store = app.services.use(warehouse)
    const derive = async (batches: number[]) => {
      const facts = { batches: batches.map((batch) => ({ batch, objects: ['touch'] })), settings: '' }
      const here = await organisation(app.db)
      const context = { db: app.db, today: dayIn(here.zone, app.clock()), ...here }
      return timed(() => app.services.use(marts).rebuild(store, context, facts, 'bench'))
    }
    const whole = await derive([])
    say('all marts anew', seconds(whole.ms))
    await store.write((db) => db.run(newestTouches))
    const some = await derive([newBatch])
    say('after a week of new touches, 1 % of all', seconds(some.ms))
    say('÷ all marts anew', times(some.ms / whole.ms), '≤ 0.1 ×')
    say('÷ the same in processor time', times(some.cpu / whole.cpu), '≤ 0.1 ×')
    const updated = await prints(store)
    await store.write(async (db) =>
      buildAll(db, (await currentSettings(app.db)).settings, await organisation(app.db)),
    )
    say('same rows as built anew', updated === (await prints(store)) ? 'yes' : 'NO')
  } finally {
    await close()
  }
}

const newBatch = 100_000
const newestTouches = `
  insert into mapped.touch by name
  select * exclude (batch, row_no, row_key, print, "at"), ${newBatch} as batch, row_number() over () as row_no, 'new' || row_number() over () as row_key,
    hash(print, 1) as print, (select max("at") from mapped.touch) + to_seconds((hash(print) % 604800)::integer) as "at"
  from mapped.touch where is_current and hash(print, 2) % 100 = 0`

async function prints(store: Warehouse): Promise<string> {
  const tables = ['journey', 'journey_touch', 'outside_path', 'path_step', 'channel_share', 'touch_credit']
  const rows = await Promise.all(
    tables.map((name) =>
      store.query(`select count(*) as n, bit_xor(hash(t))::varchar as print from mart.${name} t`),
    ),
  )
  return JSON.stringify(rows)
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
