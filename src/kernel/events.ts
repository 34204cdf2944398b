import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx, Recorded } from './ctx.ts'
import type { Database } from './db/database.ts'

const sealLock = 4_400_001
const genesis = '0'.repeat(64)

/** Write a command's events, unchained, inside its transaction: the chain is the sealer's work. */
export async function append(db: Database, ctx: Ctx, events: Recorded[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => ({
    id: event.id,
    at: ctx.now,
    type: event.type.id,
    subject: event.subject,
    actor_kind: ctx.actor.kind,
    actor_id: ctx.actor.id,
    actor_name: ctx.actor.name,
    via: ctx.via,
    request: ctx.request,
    payload: JSON.stringify(event.payload),
    changes: JSON.stringify(event.changes),
  }))
  await db.insertInto('kernel_events').values(rows).execute()
}

type Sealable = { seq: number; text: string }

/** What is hashed of an event: every column a reader relies on, as PostgreSQL prints it. */
const hashed = sql<string>`jsonb_build_array(e.seq, e.id, extract(epoch from e.at), e.type, e.subject, e.actor_kind,
  e.actor_id, e.actor_name, e.via, e.request, e.payload, e.changes)::text`

const link = (previous: string, text: string): string =>
  createHash('sha256').update(previous).update('\n').update(text).digest('hex')

/**
 * Chain the committed events that are not chained yet, in the order of their transactions. Events of transactions
 * that began before a still open one wait for it. Answers how many were sealed.
 */
export async function seal(db: Database): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const lock = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${sealLock}) as got`.execute(tx)
    if (!lock.rows[0]?.got) return 0
    const last = await tx
      .selectFrom('kernel_seals')
      .selectAll()
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst()
    const waiting = await sql<Sealable>`
      select e.seq, ${hashed} as text from kernel_events e
      where e.xid < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select from kernel_seals s where s.event_seq = e.seq)
      order by e.xid, e.seq limit 5000`.execute(tx)
    let previous = last?.hash ?? genesis
    const seals = waiting.rows.map(({ seq, text }, index) => {
      const hash = link(previous, text)
      const row = { position: (last?.position ?? 0) + index + 1, event_seq: seq, hash, previous }
      previous = hash
      return row
    })
    if (seals.length > 0) await tx.insertInto('kernel_seals').values(seals).execute()
    return seals.length
  })
}

export type ChainReport = {
  sealed: number
  unsealed: number
  broken: { position: number; reason: string } | null
}

/** Walk the whole chain again; names the first place where it does not hold. */
export async function verifyChain(db: Database): Promise<ChainReport> {
  let previous = genesis
  let position = 0
  for (;;) {
    const page = await sql<{ position: number; hash: string; previous: string; text: string }>`
      select s.position, s.hash, s.previous, ${hashed} as text
      from kernel_seals s join kernel_events e on e.seq = s.event_seq
      where s.position > ${position} order by s.position limit 2000`.execute(db)
    for (const row of page.rows) {
      const reason = whyBroken(row, position, previous)
      if (reason) return { ...(await counts(db)), broken: { position: row.position, reason } }
      previous = row.hash
      position = row.position
    }
    if (page.rows.length === 0) return { ...(await counts(db)), broken: null }
  }
}

function whyBroken(
  row: { position: number; hash: string; previous: string; text: string },
  position: number,
  previous: string,
) {
  if (row.position !== position + 1) return `Position ${position + 1} is missing from the chain.`
  if (row.previous !== previous) return `Position ${row.position} does not follow the one before it.`
  if (link(previous, row.text) !== row.hash)
    return `The event at position ${row.position} was changed after it was sealed.`
  return null
}

async function counts(db: Database) {
  const result = await sql<{ events: number; seals: number }>`
    select (select count(*) from kernel_events) as events, (select count(*) from kernel_seals) as seals`.execute(
    db,
  )
  const { events, seals } = result.rows[0] as { events: number; seals: number }
  return { sealed: seals, unsealed: events - seals }
}
