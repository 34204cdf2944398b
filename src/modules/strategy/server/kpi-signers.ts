import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { whyNotNamed, whyNotSigners } from '../rules.ts'
import type { SignerRole } from '../things/kpi.ts'

type Named = { id: string; name: string }
type Asked = { ownerId: string; bossId?: string | undefined; aboveId?: string | undefined }

/** The owner, and the two who sign: by the reporting line, or as named where it ends. */
export async function peopleFor(
  ctx: Ctx,
  asked: Asked,
): Promise<{ owner: Named; boss: Named; above: Named }> {
  const owner = await active(ctx, asked.ownerId)
  const boss = await signer(ctx, 'boss', owner.managerId, asked.bossId, owner)
  const above = await signer(ctx, 'above', boss.managerId, asked.aboveId, owner)
  const people = { owner: named(owner), boss: named(boss), above: named(above) }

  const objection = whyNotSigners(people)
  if (objection) throw conflict(objection)
  return people
}

const named = ({ id, name }: Named): Named => ({ id, name })

async function active(ctx: Ctx, id: string) {
  const row = await requirePerson(ctx, id)
  if (row.disabled_at) throw conflict(`${row.name} has no access any more. Name somebody who has.`)
  return { id: row.id, name: row.name, managerId: row.manager_id }
}

async function signer(
  ctx: Ctx,
  role: SignerRole,
  managerId: string | null,
  wanted: string | undefined,
  owner: Named,
) {
  const line = managerId === null ? null : await active(ctx, managerId)
  const objection = whyNotNamed(role, line, wanted, owner)
  if (objection)
    throw invalid(objection, [{ field: role === 'boss' ? 'bossId' : 'aboveId', message: objection }])
  return line ?? active(ctx, wanted!)
}
