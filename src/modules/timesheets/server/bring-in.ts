import type { Ctx } from '../../../kernel/ctx.ts'
import { type Entry, timesheets } from '../contract.ts'
import { toRow } from './writing.ts'

export type BroughtTime = {
  personId: string
  day: string
  minutes: number
  itemId: string | null
  duty: Entry['duty']
  note: string
  endedAt?: Date
}

/** Time that was written down elsewhere, as it was there; whoever has time here already gets none. */
export async function bringInTime(ctx: Ctx, all: readonly BroughtTime[]): Promise<void> {
  const known = await ctx.db.selectFrom('timesheets_entries').select('person_id').distinct().execute()
  const having = new Set(known.map((row) => row.person_id))
  const rows = all
    .filter((one) => !having.has(one.personId))
    .map(({ personId, endedAt, ...said }) =>
      toRow(ctx, said, { personId, source: endedAt ? 'timer' : 'typed', ...(endedAt ? { endedAt } : {}) }),
    )
  if (rows.length === 0) return
  await ctx.insertAll('timesheets_entries', rows)
  await ctx.record(timesheets.events.written, 'timesheets', { who: ctx.actor.name, count: rows.length })
}
