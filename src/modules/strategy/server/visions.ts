import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { strategy } from '../contract.ts'
import {
  type Body,
  NotReadable,
  plainText,
  readBody,
  whyNotBuyIn,
  whyNotEmpty,
  whyNotSave,
} from '../rules.ts'
import type { Vision } from '../things/vision.ts'
import { buyInsOf, requireVersion, standingVision, vision } from './vision-show.ts'

const { events } = strategy
type Said = Omit<In<typeof strategy.saveVision>, 'body' | 'base'> & { body: Body }

/** The vision as it stands, which has to be there. */
export async function current(ctx: Ctx): Promise<Vision> {
  const { vision: found } = await vision(ctx)
  if (!found) throw missing('The vision')
  return found
}

export async function saveVision(ctx: Ctx, { base, body, ...said }: In<typeof strategy.saveVision>) {
  await requireBase(ctx, base)
  const row = await keepVersion(ctx, { ...said, body: bodyOf(body) })
  const { version, reason } = row
  await ctx.record(events.visionSaved, row.vision_id, {
    what: said.title,
    version,
    reason: reason || 'no reason given',
  })

  return current(ctx)
}

/** Two who save at once: the transaction of the slower runs again, sees the faster one, and says so. */
async function requireBase(ctx: Ctx, base: number): Promise<void> {
  const known = await standingVision(ctx)
  const newest = known ? await requireVersion(ctx, known.version) : null
  const objection = whyNotSave(base, newest && { version: newest.version, by: newest.saved_by })
  if (objection) throw conflict(objection)
}

function bodyOf(given: unknown): Body {
  try {
    return readBody(given)
  } catch (error) {
    if (error instanceof NotReadable)
      throw invalid(error.message, [{ field: 'body', message: error.message }])
    throw error
  }
}

/** Write the next version. */
export async function keepVersion(ctx: Ctx, { principles, body, ...said }: Said) {
  const objection = whyNotEmpty(plainText(body))
  if (objection) throw invalid(objection, [{ field: 'body', message: objection }])
  const known = await standingVision(ctx)
  const version = (known?.version ?? 0) + 1
  const id = known?.id ?? ctx.id('vis')
  if (known) await ctx.update('strategy_visions', id, { version })
  else await ctx.insert('strategy_visions', { id, version })
  return ctx.insert('strategy_vision_versions', {
    ...{ id: ctx.id('viv'), vision_id: id, version, ...said },
    ...{ body: JSON.stringify(body), principles: JSON.stringify(principles) },
    ...{ saved_by_id: ctx.actor.personId ?? null, saved_by: ctx.actor.name, saved_at: ctx.now },
  })
}

export async function putVisionBack(ctx: Ctx, { version, base }: In<typeof strategy.putVisionBack>) {
  await requireBase(ctx, base)
  const old = await requireVersion(ctx, version)
  if (version === base)
    throw conflict(`Version ${version} is the one in force; there is nothing to put back.`)

  const { title, summary, body, principles } = old
  const row = await keepVersion(ctx, {
    title,
    summary,
    body,
    principles,
    reason: `As version ${version} was`,
  })
  await ctx.record(events.visionPutBack, row.vision_id, {
    what: title,
    version: row.version,
    before: version,
  })

  return current(ctx)
}

export async function buyIn(ctx: Ctx, { version, note }: In<typeof strategy.buyIn>) {
  const row = await requireVersion(ctx, version)
  const known = await standingVision(ctx)
  const given = await buyInsOf(ctx, row.vision_id)
  const { personId } = ctx.actor
  const objection = whyNotBuyIn({
    ...{ version, current: known?.version ?? 0, savedById: row.saved_by_id, personId },
    hasGiven: given.some((one) => one.version === version && one.person_id === personId),
  })
  if (objection || !personId) throw conflict(objection ?? 'Buy-in is a person’s.')

  const { title } = await requirePerson(ctx, personId)
  const said = { person_id: personId, name: ctx.actor.name, title, note, given_at: ctx.now }
  await ctx.insert('strategy_buyins', { id: ctx.id('buy'), vision_id: row.vision_id, version, ...said })
  await ctx.record(events.buyInGiven, row.vision_id, { what: row.title, version })

  return current(ctx)
}
