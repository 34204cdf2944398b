import { objectNames } from '../../../engine/model.ts'
import { warehouse } from '../../../engine/port.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { DoctorCheck } from '../../../kernel/doctor.ts'
import type { CountsValue } from './tables.ts'

const counted = `select batch, sum(good)::integer as good, sum(rejected)::integer as rejected from (
  ${objectNames.map((name) => `select batch, 1 as good, 0 as rejected from ${mappedTable(name)}`).join(' union all ')}
  union all select batch, 0, 1 from mapped.reject) group by batch`

/** Both stores tell the same of every batch: the records which landed with how many rows, the warehouse which it holds. */
export const batchesAgree: DoctorCheck = {
  name: 'batches',
  async run(app) {
    const known = await app.db
      .selectFrom('imports_imports')
      .select(['batch', 'status', 'counts'])
      .where('batch', 'is not', null)
      .where('status', 'in', ['landing', 'landed', 'undoing'])
      .execute()
    const present = await app.services
      .use(warehouse)
      .query<{ batch: number; good: number; rejected: number }>(counted)
    const held = new Map(present.map((one) => [one.batch, one]))
    const wrong = known
      .filter((one) => one.status === 'landed' && !isHeld(one.counts, held.get(one.batch as number)))
      .map((one) => `batch ${one.batch} is not in the warehouse as it landed`)
    const unknown = present
      .filter(({ batch }) => !known.some((one) => one.batch === batch))
      .map(({ batch }) => `the warehouse holds batch ${batch}, which never landed`)
    const found = [...wrong, ...unknown]
    if (found.length === 0) return { ok: true, says: `Both stores agree on ${known.length} batches.` }
    return { ok: false, says: `${found.slice(0, 3).join('; ')}. Restart Fullscore to have it mended.` }
  },
}

function isHeld(counts: CountsValue | null, held: { good: number; rejected: number } | undefined): boolean {
  if (!counts) return false
  const good = counts.new + counts.updated + counts.unchanged + counts.repeated
  return (held?.good ?? 0) === good && (held?.rejected ?? 0) === counts.rejected
}
