import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { freshen, landedBatches } from '../../imports/server/index.ts'
import { confidence, freshness } from '../../metrics/rules.ts'
import { importsOf } from '../../metrics/server/index.ts'
import type { attribution, Explained, JourneyFigure } from '../contract.ts'
import { decidedBy } from '../rules/decided.ts'
import { creditTold } from './behind/credit.ts'
import { lengthTold } from './behind/length.ts'
import { pathTold } from './behind/path.ts'
import { stepTold } from './behind/step.ts'
import type { Line, Told } from './behind/told.ts'
import { totalTold } from './behind/total.ts'
import { totalsTold } from './behind/totals.ts'
import { currentSettings } from './settings.ts'

/** How a figure of the journeys came about, and a page of the rows behind it. */
export async function explain(
  ctx: Ctx,
  { figure, limit, offset }: In<typeof attribution.explain>,
): Promise<Explained> {
  await freshen(ctx)
  const { signals, adds, page, ...told } = await toldOf(ctx, figure)
  const { version, settings } = await currentSettings(ctx.db)
  const { columns, items, total, sum, batches } = await page(limit, offset)
  const imports = await importsOf(ctx, batches)
  const newest = imports.map(({ landedAt }) => (ctx.now.getTime() - Date.parse(landedAt)) / 86_400_000)
  return {
    ...told,
    settings: { version, decided: decidedBy(settings) },
    confidence: confidence([
      ...(newest.length > 0 ? [freshness(Math.max(0, Math.floor(Math.min(...newest))))] : []),
      ...signals,
    ]),
    columns,
    adds: adds === null || sum === null ? null : { column: adds, sum },
    items: await traced(ctx, columns, items),
    total,
    imports,
  }
}

function toldOf(ctx: Ctx, figure: JourneyFigure): Promise<Told> {
  switch (figure.of) {
    case 'length':
      return lengthTold(ctx, figure)
    case 'path':
      return pathTold(ctx, figure)
    case 'step':
      return stepTold(ctx, figure)
    case 'credit':
    case 'sale':
      return creditTold(ctx, figure)
    case 'total':
      return totalTold(ctx, figure)
    case 'totals':
      return totalsTold(ctx, figure)
  }
}

/** Each row with the import it came with, as far as it is a row of one. */
async function traced(ctx: Ctx, columns: string[], items: Line[]): Promise<Line[]> {
  const landed = new Map((await landedBatches(ctx.db)).map((one) => [one.batch, one]))
  return items.map((item) => {
    const from = landed.get(item.batch as number)
    return {
      ...Object.fromEntries(columns.map((name) => [name, item[name]])),
      id: item.id ?? null,
      file: from?.file ?? null,
      row: item.row_no ?? null,
      importId: from?.id ?? null,
    }
  })
}
