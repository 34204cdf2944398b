import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { makePass, requirePass } from '../../../kernel/passes.ts'
import type { RequestRow } from './tables.ts'

const purpose = 'intake.request'
const year = 366 * 86_400_000

/** Where whoever asked follows a request, without an account. */
export async function pathOf(ctx: Ctx, row: Pick<RequestRow, 'id' | 'passes'>): Promise<string> {
  const expiresAt = new Date(ctx.now.getTime() + year)
  return `/asked/${await makePass(ctx.db, { purpose, subject: row.id, version: row.passes, expiresAt })}`
}

/** The request that a link opens. */
export async function requireHeld(ctx: Ctx, token: string): Promise<RequestRow> {
  const byId = (id: string) =>
    ctx.db.selectFrom('intake_requests').selectAll().where('id', '=', id).executeTakeFirst()
  const id = await requirePass(ctx.db, token, {
    ...{ purpose, now: ctx.now },
    versionOf: async (subject) => (await byId(subject))?.passes ?? null,
  })
  const row = await byId(id)
  if (!row) throw missing('This request')
  return row
}
