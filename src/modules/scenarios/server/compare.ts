import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { ComparedLine, Comparison, scenarios } from '../contract.ts'
import { howOf, saidOf, summed } from '../rules.ts'
import { conflictsIn } from './conflicts.ts'
import { monthsOf, ratesOf, requireScenario, type Standing, standingOf } from './reading.ts'
import { notesOf } from './show.ts'

/** One side of a comparison: what each line says by month, by the line of the budget or, where added, by its name. */
type Side = Map<
  string,
  Omit<ComparedLine, 'before' | 'after' | 'difference' | 'how'> & { months: readonly number[] }
>

const none = (): number[] => Array.from({ length: 12 }, () => 0)

export async function compare(
  ctx: Ctx,
  { id, with: other }: In<typeof scenarios.compare>,
): Promise<Comparison> {
  const standing = await standingOf(ctx, await requireScenario(ctx, id))
  const { year, row } = standing
  const against = other === undefined ? null : await standingOf(ctx, await requireScenario(ctx, other))
  if (against && against.row.year_id !== row.year_id)
    throw invalid(
      `“${against.row.name}” is of ${against.year.label} and “${row.name}” of ${year.label}. Compare scenarios of one year.`,
    )

  const before = against ? sideOf(against) : budgetSide(standing)
  const after = against ? sideOf(standing) : onceAdopted(standing, before)
  const rate = ratesOf(ctx, year)
  const rated = []
  for (const line of beside(before, after)) rated.push({ ...line, rate: await rate(line.currency) })

  return {
    against: against
      ? { id: against.row.id, name: against.row.name }
      : { id: null, name: `Budget ${year.label} today` },
    lines: rated.map(({ rate: _, ...line }) => line),
    ...summed(rated, year.months, year.currency),
    currency: year.currency,
    conflicts: row.state === 'open' ? await conflictsIn(ctx, standing) : [],
    notes: await notesOf(ctx, standing),
  }
}

function sideOf({ rows, pairs }: Standing): Side {
  const side: Side = new Map()
  for (const [at, row] of rows.entries()) {
    const pair = pairs[at]!
    if (row.is_dropped) continue
    const { name, area, currency } = row
    const line = { id: row.id, lineId: row.line_id, name, area, currency, months: saidOf(pair) }
    side.set(row.line_id ?? freeKey(side, `new ${area} ${name}`), line)
  }
  return side
}

/** Lines that two scenarios add under one name are beside each other; of several under one name the first, the second. */
const freeKey = (side: Side, name: string, nth = 1): string =>
  side.has(`${name} ${nth}`) ? freeKey(side, name, nth + 1) : `${name} ${nth}`

/** What adopting makes of the budget: lines that the scenario does not know stay, those removed meanwhile stay away. */
function onceAdopted(standing: Standing, before: Side): Side {
  const said = [...sideOf(standing)].filter(([key, { lineId }]) => lineId === null || before.has(key))
  const known = new Set(standing.rows.map((row) => row.line_id))
  return new Map([...said, ...[...before].filter(([key]) => !known.has(key))])
}

function budgetSide({ today, year }: Standing): Side {
  return new Map(
    [...today.values()].map(({ id, name, area, currency, ...line }) => [
      id,
      { id, lineId: id, name, area, currency, months: monthsOf({ id, name, area, currency, ...line }, year) },
    ]),
  )
}

function beside(before: Side, after: Side): ComparedLine[] {
  const keys = new Set([...after.keys(), ...before.keys()])
  return [...keys].map((key) => {
    const [old, said] = [before.get(key), after.get(key)]
    const { months: _, ...line } = (said ?? old)!
    const [was, is] = [old?.months ?? none(), said?.months ?? none()]
    const difference = is.reduce((sum, minor, at) => sum + minor - was[at]!, 0)
    return {
      ...line,
      ...{ before: [...was], after: [...is], difference },
      how: howOf(old?.months ?? null, said?.months ?? null),
    }
  })
}
