import type { Database, Reader } from '../../../kernel/db/database.ts'
import { whyNotElsewhere, whyNotMeasure, whyNotUnder } from '../rules.ts'
import { toPlaced } from './goal-rows.ts'

/** Why a KPI agreement stays under the goal that it serves. */
export async function whyNotLeave(db: Reader | Database, id: string): Promise<string | null> {
  const kpi = await db.selectFrom('strategy_kpis').select('state').where('id', '=', id).executeTakeFirst()
  return kpi ? whyNotElsewhere(kpi.state) : null
}

/** Why a goal or a KPI agreement cannot stand under a goal; asked of every link, whichever page makes it. */
export async function whyNotFit(
  db: Reader | Database,
  kind: 'goal' | 'kpi',
  id: string,
  parentId: string,
): Promise<string | null> {
  const goals = await db.selectFrom('strategy_goals').selectAll().where('id', 'in', [id, parentId]).execute()
  const parent = goals.find((row) => row.id === parentId)
  if (!parent) return null
  if (kind === 'goal') {
    const child = goals.find((row) => row.id === id)
    return child ? whyNotUnder(toPlaced(child), toPlaced(parent)) : null
  }
  const kpi = await db.selectFrom('strategy_kpis').selectAll().where('id', '=', id).executeTakeFirst()
  return kpi ? whyNotMeasure({ name: kpi.name, from: kpi.from_on, to: kpi.to_on }, toPlaced(parent)) : null
}
