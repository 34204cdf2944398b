import { warehouse } from '../../../engine/port.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { gatherJourneys, type Journey, type Journeys } from '../../../methods/attribution.ts'
import { freshen } from '../../imports/server/index.ts'
import { pathsOf } from './path-mart.ts'

/** Where each journey of a table stands in its import; of our own, whose paths are counted, nothing. */
export type Place = { batch: number; row_no: number }
export type Source = 'opportunities' | 'table'

type Known = { journeys: Journeys; places: Place[] }
/** Read last, by what they were derived from: whoever pages through a million paths reads them once. */
const read = new WeakMap<Warehouse, { key: string; known: Promise<Known> }>()

/** All journeys, of our opportunities and people or of an imported table. */
export async function journeysOf(ctx: Ctx, of: Source): Promise<Known> {
  const store = ctx.use(warehouse)
  const key = `${await freshen(ctx)} ${of}`
  const last = read.get(store)
  if (last?.key === key) return last.known
  const known = readJourneys(ctx, of)
  read.set(store, { key, known })
  known.catch(() => read.delete(store))
  return known
}

async function readJourneys(ctx: Ctx, of: Source): Promise<Known> {
  if (of === 'opportunities') return { journeys: await pathsOf(ctx.use(warehouse)), places: [] }
  const rows = (await tableRows(ctx)).filter(({ channels }) => channels.length > 0)
  return { journeys: gathered(rows), places: rows }
}

/** The journeys as their file has them, channels separated by `>`. */
async function tableRows(ctx: Ctx): Promise<(Journey & Place)[]> {
  const rows = await ctx.use(warehouse).query<{
    path: string
    conversions: number | null
    value: string | null
    nulls: number | null
    batch: number
    row_no: number
  }>(
    `select path, conversions, value::varchar as value, nulls, batch, row_no from ${mappedTable('journey')} where is_current order by batch, row_no`,
  )
  return rows.map(({ path, conversions, value, nulls, batch, row_no }) => ({
    channels: path
      .split('>')
      .map((channel) => channel.trim())
      .filter(Boolean),
    conversions: conversions ?? 0,
    value: (conversions ?? 0) === 0 ? 0 : Number(value ?? 0),
    nulls: nulls ?? 0,
    batch,
    row_no,
  }))
}

/** Journeys nobody can have counted are the file’s fault, and the sentence says which. */
function gathered(journeys: Journey[]): Journeys {
  try {
    return gatherJourneys(journeys)
  } catch (error) {
    if (error instanceof RangeError)
      throw invalid(
        `The table of journeys cannot be used: ${error.message} Mend the file and import it again.`,
      )
    throw error
  }
}
