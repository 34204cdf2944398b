import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { addDays } from '../../../methods/days.ts'
import type { Brief } from '../../campaigns/contract.ts'
import { requireBrief } from '../../campaigns/server/index.ts'
import { definitionsOf, keptValues, seenValues } from '../../fields/server/index.ts'
import { requirePerson } from '../../identity/server/index.ts'
import type { Definition } from '../contract.ts'
import { whyNotSteps } from '../rules.ts'

type Parts = Definition['brief']

const someDay = '2026-01-05'
/** A brief of the parts of a template that runs so many days from a first day. */
export const briefFrom = (parts: Parts, startsOn: string, runs: number): Brief => ({
  ...parts,
  startsOn,
  endsOn: addDays(startsOn, runs - 1),
  approvals: [],
})

export const asSteps = (steps: Definition['steps']) =>
  steps.map(({ key, name, days, after }) => ({ id: key, name, days, after }))

/** Refuse a template nothing could be started from; what the asker may not see of fields stays as it was. */
export async function requireDefinition(
  ctx: Ctx,
  said: Definition,
  before: Definition | null,
): Promise<Definition> {
  const objection = whyNotSteps(asSteps(said.steps)) ?? whyNotTactics(said)
  if (objection) throw invalid(objection)
  for (const { ownerId } of said.steps) if (ownerId) await requirePerson(ctx, ownerId)
  await requireBrief(ctx, briefFrom(said.brief, someDay, said.runs), null)
  const kept = { before: before?.brief.fields ?? {}, said: said.brief.fields }
  const brief = { ...said.brief, fields: await keptValues(ctx, said.level, kept) }
  const tactics: Definition['tactics'] = []
  for (const one of said.tactics) {
    await requireBrief(ctx, briefFrom(one.brief, someDay, one.runs), null)
    const own = before?.tactics.find((other) => other.name === one.name)?.brief.fields ?? {}
    const fields = await keptValues(ctx, 'tactic', { before: own, said: one.brief.fields })
    tactics.push({ ...one, brief: { ...one.brief, fields } })
  }
  return { ...said, brief, tactics }
}

function whyNotTactics({ level, tactics, runs }: Definition): string | null {
  if (level !== 'campaign' && tactics.length > 0) return 'Tactics belong to a template of a campaign.'
  const over = tactics.find((one) => one.begins + one.runs > runs)
  return over ? `“${over.name}” would end after the campaign, which runs ${runs} days.` : null
}

/** A template as the asker may see it: without amounts where they may not read costs. */
export async function seenDefinition(ctx: Ctx, definition: Definition): Promise<Definition> {
  const fields = await definitionsOf(ctx, ['programme', 'campaign', 'tactic'])
  const seen = (parts: Parts): Parts => ({ ...parts, fields: seenValues(ctx, fields, parts.fields) })
  return {
    ...definition,
    brief: seen(definition.brief),
    tactics: definition.tactics.map((one) => ({ ...one, brief: seen(one.brief) })),
  }
}
