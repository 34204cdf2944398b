import { type Selectable, sql } from 'kysely'
import { tableFile } from '../../../engine/table-file.ts'
import { holds } from '../../../kernel/actor.ts'
import type { EventType, In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { verifyChain } from '../../../kernel/events.ts'
import { service } from '../../../kernel/service.ts'
import { settings } from '../../identity/server/index.ts'
import type { activity, Entry, Filter } from '../contract.ts'
import { sentenceOf } from '../rules.ts'
import { veils } from './veils.ts'

/** Every event that the mounted contracts declare, by its id. */
export const eventTypes = service<ReadonlyMap<string, EventType>>('activity.eventTypes')

type EventRow = Selectable<Tables['kernel_events']>

function toEntry(row: EventRow, types: ReadonlyMap<string, EventType>): Entry {
  return {
    id: row.id,
    at: row.at.toISOString(),
    type: row.type,
    module: row.type.split('.')[0] ?? row.type,
    sentence: sentenceOf(types.get(row.type)?.words ?? row.type, row.payload),
    subject: row.subject,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    via: row.via,
    request: row.request,
    changes: row.changes,
  }
}

/** Events that tell what the reader of the feed may not read at its own place. */
const hiddenFrom = (ctx: Ctx): string[] =>
  [...ctx.use(eventTypes).values()]
    .filter(({ needs }) => needs && !holds(ctx.actor, needs))
    .map((type) => type.id)

/** Of events of one type, those of which the reader may not read: a field of theirs begins so. */
const partlyHiddenFrom = (ctx: Ctx) =>
  [...ctx.use(eventTypes).values()].flatMap(({ id, some }) =>
    some && !holds(ctx.actor, some.need) ? [{ id, ...some }] : [],
  )

async function matching(ctx: Ctx, filter: Filter) {
  const { timeZone } = await settings(ctx.db)
  const hidden = hiddenFrom(ctx)
  const midnight = (day: string) => sql<Date>`(${day}::date)::timestamp at time zone ${timeZone}`
  return ctx.db
    .selectFrom('kernel_events')
    .selectAll()
    .orderBy('seq', 'desc')
    .$if(hidden.length > 0, (q) => q.where('type', 'not in', hidden))
    .where((e) =>
      e.and(
        partlyHiddenFrom(ctx).map(
          ({ id, field, begins }) =>
            sql<boolean>`not (type = ${id} and coalesce(payload ->> ${field}, '') ^@ ${begins})`,
        ),
      ),
    )
    .$if(!!filter.actor, (q) => q.where('actor_id', '=', filter.actor ?? ''))
    .$if(!!filter.module, (q) => q.where('type', '^@', `${filter.module}.`))
    .$if(!!filter.type, (q) => q.where('type', '=', filter.type ?? ''))
    .$if(!!filter.subject, (q) => q.where('subject', '=', filter.subject ?? ''))
    .$if(!!filter.from, (q) => q.where('at', '>=', midnight(filter.from ?? '')))
    .$if(!!filter.to, (q) =>
      q.where('at', '<', sql<Date>`(${filter.to}::date + 1)::timestamp at time zone ${timeZone}`),
    )
}

/** What an event is about, and each row that it changed: one without an id is named by those that make it up. */
const touchedBy = (row: EventRow): string[] => [
  row.subject,
  ...row.changes.flatMap((change) => change.row.split('/')),
]

/** Those events that touch no record which the reader may not see. */
async function unveiled(ctx: Ctx, rows: readonly EventRow[]): Promise<EventRow[]> {
  const hidden = await ctx.use(veils).hidden(ctx, [...new Set(rows.flatMap(touchedBy))])
  return rows.filter((row) => !touchedBy(row).some((id) => hidden.has(id)))
}

export async function feed(ctx: Ctx, { cursor, limit, ...filter }: In<typeof activity.feed>) {
  const rows = await (await matching(ctx, filter))
    .$if(!!cursor, (q) => q.where('seq', '<', Number(cursor)))
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const types = ctx.use(eventTypes)
  const told = await unveiled(ctx, page)
  return {
    entries: told.map((row) => toEntry(row, types)),
    nextCursor: rows.length > limit ? String(page.at(-1)?.seq) : null,
  }
}

const heading = ['At', 'Actor', 'Kind', 'What', 'Event', 'Subject', 'Through', 'Request', 'Changes']
const atOnce = 2000

/** The whole selection as a file, read page by page so that it may be long. */
export async function exportFeed(ctx: Ctx, { format, ...filter }: In<typeof activity.exportFeed>) {
  const name = `activity-${ctx.now.toISOString().slice(0, 10)}`
  return tableFile(format, { name, heading, rows: entriesOf(ctx, filter), hasMark: true })
}

async function* entriesOf(ctx: Ctx, filter: Filter) {
  let cursor: string | undefined
  do {
    const page = await feed(ctx, { ...filter, cursor, limit: atOnce })
    yield* page.entries.map(toCells)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

const toCells = (entry: Entry) => [
  entry.at,
  entry.actor.name,
  entry.actor.kind,
  entry.sentence,
  entry.type,
  entry.subject,
  entry.via,
  entry.request,
  entry.changes.length > 0 ? JSON.stringify(entry.changes) : '',
]

export async function choices(ctx: Ctx) {
  const actors = await ctx.db
    .selectFrom('kernel_events')
    .select(['actor_id as id', (e) => e.fn.max('actor_name').as('name')])
    .groupBy('actor_id')
    .orderBy('name')
    .limit(500)
    .execute()
  const modules = [...new Set([...ctx.use(eventTypes).values()].map((type) => type.module))]
  return { actors, modules }
}

export const chain = (ctx: Ctx) => verifyChain(ctx.db as Parameters<typeof verifyChain>[0])
