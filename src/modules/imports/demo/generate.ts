import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Warehouse, type Writer } from '../../../engine/warehouse.ts'
import { addDays, addMonths } from '../../../methods/days.ts'
import { deals, earlyWins, history, people, productTable, roles, stages } from './deals-sql.ts'
import { shownTouches } from './files-sql.ts'
import { fires, lives, slots, sorts, sparks, touches } from './journey-sql.ts'
import { adDays, adTable, programmes, webDays } from './media-sql.ts'
import { accounts, contacts, days, nameTables } from './people-sql.ts'
import { type DemoSize, outage, sizes } from './plan.ts'
import { macros } from './sql.ts'
import { type DemoTruth, truthOf } from './truth.ts'
import { type DemoFile, writeFiles } from './write.ts'

export type DemoOptions = {
  size: DemoSize
  /** Another seed, another company history; 1 where left out. */
  seed?: number
  /** Last day of data, YYYY-MM-DD. */
  until: string
}

export type Frame = { size: DemoSize; seed: number; from: string; until: string; cut: string; broken: string }

/**
 * Writes three years of the demo company as export files into `folder`, with the planted truth beside them in
 * truth.json, and returns both; the files are in the order in which they are best imported. The same seed, size and
 * last day give the same bytes. Throws RangeError for a last day that does not exist or an unknown size.
 */
export async function generateDemo(
  folder: string,
  options: DemoOptions,
): Promise<{ files: DemoFile[]; truth: DemoTruth }> {
  const frame = frameOf(options)
  await mkdir(folder, { recursive: true })

  const workshop = await Warehouse.open({ path: ':memory:', spill: join(folder, '.spill') })
  try {
    return await workshop.write(async (db) => {
      await build(db, frame)
      const files = await writeFiles(db, folder, frame)
      const truth = await truthOf(db, frame)
      await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`)
      return { files, truth }
    })
  } finally {
    await workshop.close()
  }
}

function frameOf({ size, seed = 1, until }: DemoOptions): Frame {
  if (!(size in sizes))
    throw new RangeError(`The demo comes in ${Object.keys(sizes).join(', ')}, not “${size}”.`)
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`A seed is a whole number from 0 up, not ${seed}.`)
  const from = addDays(addMonths(until, -36), 1)
  const broken = addMonths(`${until.slice(0, 7)}-01`, -outage.monthsBefore).slice(0, 7)
  return { size, seed, from, until, cut: addDays(until, 1), broken }
}

async function build(db: Writer, frame: Frame): Promise<void> {
  const { size, seed, from, cut, broken } = frame
  const statements = [
    ...macros(seed),
    days(frame),
    ...nameTables(),
    accounts(size),
    contacts(size),
    sorts(size),
    slots(size),
    touches,
    'drop table slots',
    fires,
    sparks,
    lives,
    shownTouches(cut, broken),
    people,
    stages,
    productTable,
    deals(size),
    ...earlyWins(size, from, cut),
    history(cut),
    roles(cut),
    ...programmes(monthsOf(frame)),
    adTable(),
    adDays(size, broken),
    ...webDays(size, broken),
  ]
  for (const statement of statements) await db.run(statement)
}

function monthsOf({ from, until }: Frame): string[] {
  const months: string[] = []
  for (
    let month = from.slice(0, 7);
    month <= until.slice(0, 7);
    month = addMonths(`${month}-01`, 1).slice(0, 7)
  ) {
    months.push(month)
  }
  return months
}
