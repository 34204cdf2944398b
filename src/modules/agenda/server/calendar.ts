import { createHash } from 'node:crypto'
import type { App } from '../../../kernel/app.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/errors.ts'
import type { Kept } from '../../../kernel/http/kept.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { service } from '../../../kernel/service.ts'
import { dayIn } from '../../../methods/days.ts'
import { type Asker, asPerson, hashOf, installation, settings } from '../../identity/server/index.ts'
import type { agenda } from '../contract.ts'
import { calendarOf } from '../rules.ts'
import { entriesOf, whyEmpty } from './entries.ts'
import { teamIdsOf } from './feeds.ts'
import type { FeedRow } from './tables.ts'

const address = /^([0-9a-hjkmnp-tv-z]{32})\.ics$/
const usesEvery = 15 * 60_000

const gone = () =>
  new Problem(
    'missing',
    'No calendar is here: the address is not whole, or its owner revoked it. Take it out of your calendar, or make a new feed under “Calendar feeds”.',
  )

/** How often calendars come, and when one came last. */
export class Gate {
  readonly #strangers = new RateLimit(10, 30, 'addresses that no calendar has')
  readonly #feeds = new RateLimit(10, 30, 'requests for this calendar')

  constructor(private readonly app: App) {}

  /** A token is guessed at by asking for many: those who do are slowed down. */
  stranger(address: string, now: Date): void {
    this.#strangers.take(address, now.getTime())
  }

  async used(row: FeedRow, now: Date): Promise<void> {
    this.#feeds.take(row.id, now.getTime())
    if (row.used_at && now.getTime() - row.used_at.getTime() < usesEvery) return
    await this.app.db.updateTable('agenda_feeds').set({ used_at: now }).where('id', '=', row.id).execute()
  }
}
export const gate = service<Gate>('agenda.gate')

async function requireRow(ctx: Ctx, file: string): Promise<FeedRow> {
  const token = address.exec(file)?.[1]
  const row =
    token &&
    (await ctx.db
      .selectFrom('agenda_feeds')
      .selectAll()
      .where('token_hash', '=', hashOf(token))
      .where('revoked_at', 'is', null)
      .executeTakeFirst())
  if (row) return row
  ctx.use(gate).stranger(ctx.address, ctx.now)
  throw gone()
}

export async function calendar(ctx: Ctx, { file }: In<typeof agenda.calendar>): Promise<Kept> {
  const row = await requireRow(ctx, file)
  const asker = await ctx.use(asPerson)(row.person_id)
  if (!asker) throw gone()
  await ctx.use(gate).used(row, ctx.now)

  const { timeZone } = await settings(ctx.db)
  const { publicUrl: url } = ctx.use(installation)
  const around = { today: dayIn(timeZone, ctx.now), url, teamIds: await teamIdsOf(ctx, row.person_id) }
  const entries = await shown(row, asker, around)
  const text = calendarOf({ name: row.name, timeZone, host: new URL(url).hostname, entries })

  return keptText(`${row.name}.ics`, text)
}

/** Empty rather than gone where its owner may see it no more: calendars then forget what they showed. */
async function shown(row: FeedRow, asker: Asker, around: Parameters<typeof entriesOf>[2]) {
  const isBoardOpen = new Set(row.board_id ? [row.board_id] : [])
  if (whyEmpty(row, asker, isBoardOpen, around.teamIds.length)) return []
  return entriesOf(row, asker, around)
}

function keptText(name: string, text: string): Kept {
  const bytes = Buffer.from(text)
  return {
    ...{ name, type: 'text/calendar; charset=utf-8', size: bytes.length, isShown: false },
    mark: createHash('sha256').update(bytes).digest('hex'),
    open: (first, last) => new Blob([bytes.subarray(first, last + 1)]).stream(),
  }
}
