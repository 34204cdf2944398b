import type { Cell } from '../../../engine/csv.ts'
import { warehouse } from '../../../engine/port.ts'
import { catalogue, type Fact, partsOf, whyNotRows } from '../../../engine/query/catalogue.ts'
import { filterWords } from '../../../engine/query/query.ts'
import { run } from '../../../engine/query/run.ts'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { freshen, landedBatches, organisation } from '../../imports/server/index.ts'
import type { metrics } from '../contract.ts'
import { type Behind, behind, originsOf, requireMetric, type Selection } from './behind.ts'
import { gradeOf } from './grades.ts'
import { toShown } from './queries.ts'

const exportLimit = 1_000_000

export async function explain(ctx: Ctx, { metric: id, ...selection }: In<typeof metrics.explain>) {
  await freshen(ctx)
  const known = ctx.use(catalogue)
  const metric = requireMetric(ctx, id)
  const { currency } = await organisation(ctx.db)
  const parts = 'ratio' in metric ? partsOf(metric.ratio) : []
  const asked = {
    ...selection,
    metrics: [id, ...parts],
    by: [],
    limit: 1,
    grain: undefined,
    compare: undefined,
  }
  const { rows, notes } = await run(ctx.use(warehouse), known, asked, currency)
  const sides = behind(known, metric, selection)
  const { imports, written } = await originsOf(ctx, sides)
  const value = (name: string) => rows[0]?.[name] as number | null
  return {
    metric: toShown(metric, known),
    value: value(id),
    conditions: inWords(selection),
    rows: [...imports, ...written].reduce((sum, one) => sum + one.rows, 0),
    imports,
    written,
    withheld: withheldOf(sides),
    parts: parts.map((name) => ({
      metric: name,
      title: known.metrics.get(name)!.title,
      value: value(name),
    })),
    notes,
    confidence: await gradeOf(ctx, metric, selection, { sides, imports }),
  }
}

/** What of the rows behind a figure is kept from the asker, and whether that is all of them. */
function withheldOf(sides: Behind[]): { says: string; isAll: boolean } | null {
  const [says] = sides.flatMap(({ fact }) => whyNotRows(fact) ?? [])
  return says ? { says, isAll: openOf(sides).length === 0 } : null
}

const openOf = (sides: Behind[]): Behind[] => sides.filter(({ fact }) => !fact.withheld)

/** The sides whose rows the asker may see; throws where there is none. */
function requireOpen(sides: Behind[]): Behind[] {
  const withheld = withheldOf(sides)
  if (withheld?.isAll) throw forbidden(withheld.says)
  return openOf(sides)
}

function inWords({ from, to, where }: Selection): string[] {
  const period =
    from && to ? [`from ${from} to ${to}`] : from ? [`since ${from}`] : to ? [`until ${to}`] : ['of all time']
  return [...period, ...where.map(filterWords)]
}

export async function rows(ctx: Ctx, { metric: id, limit, offset, ...selection }: In<typeof metrics.rows>) {
  await freshen(ctx)
  const sides = requireOpen(behind(ctx.use(catalogue), requireMetric(ctx, id), selection))
  const { columns, found, total } = await page(ctx, sides, limit, offset)
  const landed = new Map((await landedBatches(ctx.db)).map((one) => [one.batch, one]))
  return {
    columns: [...columns, 'file', 'row'],
    rows: found.map(({ batch, row_no, written_as: title, written_at: path, ...row }) => {
      const from = landed.get(batch as number)
      const written = title ? { written: { title, path } } : {}
      return { ...row, file: from?.file ?? null, row: row_no, importId: from?.id ?? null, ...written }
    }),
    total,
  }
}

const columnsOf = (sides: Behind[]): string[] => [...new Set(sides.flatMap((side) => side.fact.shows))]

/** Rows of each side one after the other; most figures have one side. Several may come from one row of a file. */
async function page(ctx: Ctx, sides: Behind[], limit: number, offset: number) {
  const columns = columnsOf(sides)
  const found: Record<string, unknown>[] = []
  let total = 0
  for (const { fact, counted, seen, params } of sides) {
    const [{ n } = { n: 0 }] = await ctx
      .use(warehouse)
      .query<{ n: number }>(`select count(*) as n ${seen}`, params)
    const skip = Math.max(0, offset - total)
    const want = limit - found.length
    total += n
    if (want <= 0 || skip >= n) continue
    const shown = fact.shows.map((name) => `"${name}"`).join(', ')
    const order = [`${counted.day} desc nulls last`, fact.batch, fact.rowNo, shown, ...keyOf(fact)].join(', ')
    const select = `select ${shown}${writtenSql(fact)}, ${fact.batch} as batch, ${fact.rowNo} as row_no ${seen} order by ${order}`
    found.push(...(await ctx.use(warehouse).query(`${select} limit ${want} offset ${skip}`, params)))
  }
  return { columns, found, total }
}

const keyOf = ({ written }: Fact): string[] => (written ? [written.key] : [])

/** Names what a row without an import is, and which one. */
const writtenSql = ({ written, batch }: Fact): string =>
  written
    ? `, if(${batch} is null, '${written.title}', null) as written_as, if(${batch} is null, '${written.path}?show=' || ${written.key}, null) as written_at`
    : ''

export async function exportRows(
  ctx: Ctx,
  { metric: id, format, ...selection }: In<typeof metrics.exportRows>,
) {
  await freshen(ctx)
  const sides = requireOpen(behind(ctx.use(catalogue), requireMetric(ctx, id), selection))
  return tableFile(format, { name: id, heading: columnsOf(sides), rows: cellsOf(ctx, sides) })
}

const atOnce = 5000

async function* cellsOf(ctx: Ctx, sides: Behind[]): AsyncGenerator<Cell[]> {
  for (let offset = 0; offset < exportLimit; offset += atOnce) {
    const { columns, found } = await page(ctx, sides, atOnce, offset)
    for (const row of found) yield columns.map((name) => row[name] as Cell)
    if (found.length < atOnce) return
  }
}
