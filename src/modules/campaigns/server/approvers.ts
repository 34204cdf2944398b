import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { directory, holdersOf, knownPermissions } from '../../identity/server/index.ts'
import type { Brief } from '../contract.ts'
import { stageTitles } from '../rules.ts'
import { around, nextOf, stagesOf } from './records.ts'
import type { CampaignRow } from './tables.ts'

type Who = Pick<Brief['approvals'][number], 'roleId' | 'personId'>
type Words = { title: string; why: string }

/** The people who may decide a stage: the named one, or those of its role; never the owner. */
async function approversOf(ctx: Ctx, { roleId, personId }: Who, row: CampaignRow): Promise<string[]> {
  const { roles } = await directory(ctx)
  const holders = await holdersOf(ctx.db, 'campaigns:approve', knownPermissions(ctx))
  return holders
    .filter((id) => id !== row.owner_id)
    .filter((id) => (personId ? id === personId : roles.get(id)?.some((role) => role.id === roleId)))
}

/** Refuse to submit what nobody could approve. */
export async function requireApprovers(ctx: Ctx, row: CampaignRow): Promise<void> {
  const { whoOf } = await around(ctx)
  for (const one of row.brief.approvals) {
    const able = (await approversOf(ctx, one, row)).filter((id) => id !== ctx.actor.personId)
    if (able.length === 0)
      throw conflict(
        `${stageTitles[one.stage]} waits for ${whoOf(one)}, and nobody there could approve it besides its owner and you. Name somebody else who holds the right campaigns:approve.`,
      )
  }
}

const linkOf = (row: CampaignRow): string => `/campaigns/${row.id}?tab=approval`

/** Those whose decision is next have it in their inbox. */
export async function tellNext(ctx: Ctx, row: CampaignRow): Promise<void> {
  const next = nextOf(row, await stagesOf(ctx, row), await around(ctx))
  if (!next) return
  for (const id of await approversOf(ctx, next, row))
    await notify(ctx, id, {
      title: `To be approved: ${row.name}`,
      why: `${next.title}, until ${next.dueOn}.`,
      link: linkOf(row),
    })
}

/** The owner, and whoever submitted it. */
export async function tellOwner(ctx: Ctx, row: CampaignRow, words: Words): Promise<void> {
  for (const id of new Set([row.owner_id, ...(row.submitted_by_id ? [row.submitted_by_id] : [])]))
    await notify(ctx, id, { ...words, link: linkOf(row) })
}

/** Everybody who may decide changes, besides the owner. */
export async function tellDeciders(ctx: Ctx, row: CampaignRow, words: Words): Promise<void> {
  for (const id of await holdersOf(ctx.db, 'campaigns:decide', knownPermissions(ctx)))
    if (id !== row.owner_id) await notify(ctx, id, { ...words, link: `/campaigns/${row.id}?tab=changes` })
}
