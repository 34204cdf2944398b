import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import type { strategy } from '../contract.ts'
import { compared, flagsOf, replaced, wholeLines, whyNotApply, whyNotBuyIn } from '../rules.ts'
import type { Step, Suggestion, Vision } from '../things/vision.ts'
import { here } from './figures.ts'
import type { RemarkRow, StepRow, VersionRow } from './tables.ts'

type BuyInRow = Awaited<ReturnType<typeof buyInsOf>>[number]

export const standingVision = (ctx: Ctx) =>
  ctx.db.selectFrom('strategy_visions').selectAll().executeTakeFirst()

/** Newest first. */
const versionsOf = (ctx: Ctx, id: string): Promise<VersionRow[]> =>
  ctx.db
    .selectFrom('strategy_vision_versions')
    .selectAll()
    .where('vision_id', '=', id)
    .orderBy('version', 'desc')
    .execute()

export const buyInsOf = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('strategy_buyins').selectAll().where('vision_id', '=', id).orderBy('given_at').execute()

export async function requireVersion(ctx: Ctx, version: number): Promise<VersionRow> {
  const row = await ctx.db
    .selectFrom('strategy_vision_versions')
    .selectAll()
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw missing(`Version ${version} of the vision`)
  return row
}

const toVersion = (row: VersionRow, buyIns: BuyInRow[]) => ({
  ...{ id: row.vision_id, version: row.version, title: row.title, summary: row.summary },
  ...{ body: row.body, principles: row.principles, reason: row.reason },
  ...{ savedBy: row.saved_by, savedAt: row.saved_at.toISOString() },
  buyIns: buyIns
    .filter((one) => one.version === row.version)
    .map(({ name, title, note, given_at, version }) => ({
      ...{ by: name, title, note, at: given_at.toISOString(), version },
    })),
})

export async function visionVersion(ctx: Ctx, { version }: In<typeof strategy.visionVersion>) {
  const row = await requireVersion(ctx, version)
  return toVersion(row, await buyInsOf(ctx, row.vision_id))
}

export async function compareVision(ctx: Ctx, { before, after }: In<typeof strategy.compareVision>) {
  const [old, next] = [await requireVersion(ctx, before), await requireVersion(ctx, after)]
  return { lines: compared(wholeLines(old), wholeLines(next)) }
}

export async function vision(ctx: Ctx): Promise<{ vision: Vision | null }> {
  const known = await standingVision(ctx)
  if (!known) return { vision: null }
  const versions = await versionsOf(ctx, known.id)
  const buyIns = await buyInsOf(ctx, known.id)
  const remarks = await remarksOf(ctx, known.id)
  const current = versions[0]!
  return {
    vision: {
      ...toVersion(current, buyIns),
      versions: versions.map((row) => ({
        ...{ version: row.version, reason: row.reason, by: row.saved_by, at: row.saved_at.toISOString() },
        buyIns: buyIns.filter((one) => one.version === row.version).map((one) => one.name),
      })),
      contributors: contributorsOf(versions, remarks),
      suggestions: remarks.map((row) => toSuggestion(ctx, row, current)),
      steps: await stepsOf(ctx, known.id),
      can: canOf(ctx, current, buyIns),
    },
  }
}

const remarksOf = (ctx: Ctx, id: string): Promise<RemarkRow[]> =>
  ctx.db
    .selectFrom('strategy_remarks')
    .selectAll()
    .where('vision_id', '=', id)
    .orderBy('made_at', 'desc')
    .execute()

/** Who wrote a version, and whose remarks went into the text. */
function contributorsOf(versions: VersionRow[], remarks: RemarkRow[]): Vision['contributors'] {
  const names = new Map<string, string[]>()
  const note = (name: string, what: string) => names.set(name, [...(names.get(name) ?? []), what])
  for (const row of versions.toReversed()) note(row.saved_by, `version ${row.version}`)
  for (const row of remarks.toReversed()) if (row.state === 'accepted') note(row.by_name, 'a suggestion')
  return [...names].map(([name, what]) => ({ name, says: [...new Set(what)].join(', ') }))
}

function toSuggestion(ctx: Ctx, row: RemarkRow, current: VersionRow): Suggestion {
  const isFound = replaced(current.body, row.quote, row.replacement) !== null
  return {
    ...{ id: row.id, version: row.version, quote: row.quote, text: row.text },
    ...{ replacement: row.replacement, state: row.state, by: row.by_name, at: row.made_at.toISOString() },
    answer:
      row.answered_at === null
        ? null
        : { by: row.answered_by ?? '', at: row.answered_at.toISOString(), says: row.answer ?? '' },
    can: {
      answer: row.state === 'open' && holds(ctx.actor, 'strategy:manage'),
      whyNotApply: whyNotApply(isFound),
    },
  }
}

async function stepsOf(ctx: Ctx, id: string): Promise<Step[]> {
  const { today } = await here(ctx)
  const rows: StepRow[] = await ctx.db
    .selectFrom('strategy_steps')
    .selectAll()
    .where('vision_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('due_on')
    .orderBy('added_at')
    .execute()
  return rows.map((row) => {
    const owner = row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' }
    const planned = { owner, dueOn: row.due_on, doneOn: row.done_on }
    return { id: row.id, what: row.what, ...planned, flags: flagsOf(planned, today) }
  })
}

function canOf(ctx: Ctx, current: VersionRow, buyIns: BuyInRow[]): Vision['can'] {
  const { personId } = ctx.actor
  const { version } = current
  const objection = whyNotBuyIn({
    ...{ version, current: version, savedById: current.saved_by_id, personId },
    hasGiven: buyIns.some((one) => one.version === version && one.person_id === personId),
  })
  const mayEndorse = holds(ctx.actor, 'strategy:endorse')
  return {
    manage: holds(ctx.actor, 'strategy:manage'),
    buyIn: mayEndorse && objection === null,
    whyNotBuyIn: mayEndorse ? objection : null,
  }
}
