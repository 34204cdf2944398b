import { tableFile } from '../../../engine/table-file.ts'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { daysBetween } from '../../../methods/fiscal.ts'
import { minorDigits } from '../../../methods/money.ts'
import { traced } from '../../trace/server/index.ts'
import type { Drift, drift, Figures, Week } from '../contract.ts'
import { distanceOf, urgencyOf } from '../rules.ts'
import { measure } from './measuring.ts'
import { untracedLines, weighed } from './spend.ts'

type Measured = Awaited<ReturnType<typeof measure>>

const says = [
  'Of the spend of the fiscal year, what stands on budget lines that do not lead up to the vision. Actual where anything was invoiced, else plan.',
  'Of the hours that filled positions have in the fiscal year, those given to nothing, or to something that does not lead up to the vision. Of a month promised too often each promise counts by its share.',
  'Of goals, KPI agreements, campaigns and budget lines that are older than the version in force, those that nobody changed, linked up or confirmed since.',
]

/** Each part for those alone who may read what it is made of; the distance is that of the parts they see. */
export async function show(ctx: Ctx): Promise<Drift> {
  const known = await measure(ctx)
  const sees = { spend: holds(ctx.actor, 'budget:read'), hours: holds(ctx.actor, 'positions:read') }
  const mayRead = [sees.spend, sees.hours, true]
  const parts = known.parts.map((part, at) => ({ ...part, says: says[at]! })).filter((_, at) => mayRead[at])
  const distance = distanceOf(parts)
  const oldRate = known.figures.old
  const kinds = ctx.use(traced)
  return {
    vision: visionOf(known),
    ...{ distance, parts, urgency: urgencyOf({ distance, oldRate, daysSince: known.daysSince }) },
    spend: sees.spend ? known.spend : null,
    hours: sees.hours ? known.hours : null,
    responses: known.responses.filter(({ kind }) => holds(ctx.actor, kinds.get(kind)!.read)),
    weeks: await weeksOf(ctx, sees),
    can: { manage: holds(ctx.actor, 'strategy:manage') },
  }
}

function visionOf({ vision, dayOf, today, daysSince }: Measured): Drift['vision'] {
  if (!vision) return null
  const { title, version, savedBy, savedAt, buyIn } = vision
  return {
    ...{ title, version, savedBy, savedOn: dayOf(savedAt), daysSince: daysSince ?? 0 },
    buyIn: buyIn && {
      ...{ by: buyIn.by, on: dayOf(buyIn.at), days: daysBetween(dayOf(buyIn.at), today) },
      isForThis: buyIn.version === version,
    },
  }
}

const mostWeeks = 104

/** The weeks that were kept, the oldest first. */
async function weeksOf(ctx: Ctx, sees: { spend: boolean; hours: boolean }): Promise<Week[]> {
  const rows = await ctx.db
    .selectFrom('drift_weeks')
    .selectAll()
    .orderBy('week_on', 'desc')
    .limit(mostWeeks)
    .execute()
  return rows.toReversed().map(({ week_on: on, kept_at: at, figures }) => ({
    ...{ on, keptAt: at.toISOString() },
    figures: seenOf(figures, sees),
  }))
}

function seenOf(figures: Figures, { spend, hours }: { spend: boolean; hours: boolean }): Figures {
  const shown = {
    ...figures,
    ...(spend ? {} : { plan: null, committed: null, actual: null }),
    ...(hours ? {} : { hours: null }),
  }
  const parts = [shown.actual ?? shown.plan, shown.hours, shown.old].map((rate) => ({ name: '', rate }))
  return { ...shown, distance: distanceOf(parts) }
}

export async function exportLines(ctx: Ctx, { format }: In<typeof drift.exportLines>) {
  const { label, items } = await weighed(ctx)
  const heading = ['Id', 'Area', 'Campaign', 'Line', 'Plan', 'Committed', 'Actual', 'Currency']
  const rows = untracedLines(items).map((one) => {
    const unit = 10 ** minorDigits(one.currency)
    const amounts = [one.plan, one.committed, one.actual].map((minor) => minor / unit)
    return [one.id, one.area, one.campaign, one.name, ...amounts, one.currency]
  })
  return tableFile(format, { name: `untraced-${label}`, heading, rows })
}
