import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { notify } from '../../activity/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { directory, holdersOf, knownPermissions } from '../../identity/server/index.ts'
import { roles } from '../rules.ts'
import { signaturesOf, standingOf } from './show.ts'
import type { AgreementRow } from './tables.ts'

const link = '/signatures'
type Words = { title: string; why: string }

/** Everybody who may sign for a role that has not. */
export async function tellSigners(ctx: Ctx, signed: readonly string[], words: Words): Promise<void> {
  const { roles: rolesOf } = await directory(ctx)
  const open = roles.filter(({ role }) => !signed.includes(role)).map(({ role }) => role as string)
  for (const id of await holdersOf(ctx.db, 'signing:sign', knownPermissions(ctx)))
    if (rolesOf.get(id)?.some((role) => open.includes(role.id))) await notify(ctx, id, { ...words, link })
}

/** Whoever proposed it, and whoever has signed it. */
export async function tellThose(ctx: Ctx, row: AgreementRow, words: Words): Promise<void> {
  const signed = ((await signaturesOf(ctx, [row.id])).get(row.id) ?? []).map((one) => one.person_id)
  const ids = new Set([...signed, ...(row.proposed_by_id ? [row.proposed_by_id] : [])])
  for (const id of ids) await notify(ctx, id, { ...words, link })
}

/** What waits for the asker's signature; whether figures have changed since is said where it is signed. */
export async function needsOfSigning(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'signing:sign') || !ctx.actor.personId) return []
  const rows = await ctx.db.selectFrom('signing_agreements').selectAll().where('state', '=', 'open').execute()
  return (await standingOf(ctx, rows))
    .filter((one) => one.can.sign !== null)
    .map((one) => ({
      title: `Sign ${one.period.label}: ${one.terms}`,
      why: `${one.proposedBy.name} proposed it; it waits for ${one.waitsFor.map(({ title }) => title).join(' and ')}.`,
      link,
    }))
}
