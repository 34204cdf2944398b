import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { whyNotBeside } from '../rules.ts'
import type { KpiRow } from './tables.ts'

export const toPromised = (row: KpiRow) => ({
  ...{ name: row.name, ownerId: row.owner_id, ownerName: row.owner_name, state: row.state },
  ...{ definition: row.definition, from: row.from_on, to: row.to_on },
})

type Asked = Parameters<typeof whyNotBeside>[0]

/**
 * Refuse what its owner has promised already. Of two who propose at once the transaction of the slower runs again and
 * sees the faster one. What was proposed before this was asked of proposals is held to it when it is signed.
 */
export async function requireAlone(
  ctx: Ctx,
  asked: Asked,
  except: readonly (string | null | undefined)[],
  states: KpiRow['state'][] = ['open', 'signed'],
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('strategy_kpis')
    .selectAll()
    .where('owner_id', '=', asked.ownerId)
    .where('state', 'in', states)
    .execute()
  const objection = whyNotBeside(asked, rows.filter((row) => !except.includes(row.id)).map(toPromised))
  if (objection) throw conflict(objection)
}
