import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { threads } from '../contract.ts'
import { requireRecord } from './registry.ts'

const { events } = threads
type Record = Awaited<ReturnType<typeof requireRecord>>
type Watch = { is_watching?: boolean; seen_at?: Date }

/** Before anybody could have written. */
const never = new Date(0)

async function keep(ctx: Ctx, { kind, id }: Record, person_id: string, patch: Watch): Promise<void> {
  const which = { kind, record_id: id, person_id }
  if (await ctx.update('threads_watchers', which, patch)) return
  const first = { is_watching: false, seen_at: never, ...patch }
  await ctx.insert('threads_watchers', { id: ctx.id('wat'), ...which, ...first })
}

export async function watchedBy(ctx: Ctx, { kind, id }: Record): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('threads_watchers')
    .select('person_id')
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .where('is_watching', '=', true)
    .execute()
  return rows.map((row) => row.person_id)
}

/** These people watch from now on; commenting or being mentioned takes up again what was left. */
export async function watching(ctx: Ctx, record: Record, people: (string | undefined)[]): Promise<void> {
  for (const id of new Set(people)) if (id) await keep(ctx, record, id, { is_watching: true })
}

function requirePersonId(ctx: Ctx): string {
  if (!ctx.actor.personId) throw forbidden('Watching is a person’s. Sign in under your own name.')
  return ctx.actor.personId
}

export async function watch(ctx: Ctx, { isWatching, ...ref }: In<typeof threads.watch>) {
  const record = await requireRecord(ctx, ref)

  await keep(ctx, record, requirePersonId(ctx), { is_watching: isWatching })
  const happened = isWatching ? events.watched : events.unwatched
  await ctx.record(happened, record.id, { what: record.what })

  return {}
}

export async function read(ctx: Ctx, ref: In<typeof threads.read>) {
  const record = await requireRecord(ctx, ref)

  await keep(ctx, record, requirePersonId(ctx), { seen_at: ctx.now })
  await ctx.record(events.read, record.id, { what: record.what })

  return {}
}
