import { holds, system } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { service } from '../../../kernel/service.ts'
import { hashOf, installation, settings } from '../../identity/server/index.ts'
import { departments } from '../contract.ts'
import { linkState } from '../rules.ts'
import type { Link, Tied } from '../things/page.ts'
import { requirePage, requireVersion } from './pages-show.ts'
import type { LinkRow } from './tables.ts'
import { tiedOf } from './ties.ts'

const { events } = departments
const day = 86_400_000

const toLink = (row: LinkRow, now: Date): Link => ({
  ...{ id: row.id, label: row.label, hasFigures: row.has_figures, by: row.made_by, visits: row.visits },
  ...{ at: row.made_at.toISOString(), expiresAt: row.expires_at.toISOString() },
  ...{ state: linkState(row, now), visitedAt: row.visited_at?.toISOString() ?? null },
})

export async function links(ctx: Ctx, { id }: In<typeof departments.links>) {
  await requirePage(ctx, id)
  const rows = await ctx.db
    .selectFrom('departments_links')
    .selectAll()
    .where('page_id', '=', id)
    .orderBy('made_at', 'desc')
    .execute()
  return { items: rows.map((row) => toLink(row, ctx.now)) }
}

export async function share(ctx: Ctx, { id, label, hasFigures, days }: In<typeof departments.share>) {
  const page = await requirePage(ctx, id)
  if (page.closed_at) throw conflict(`The page for ${page.name} is closed; it is not shown to anybody new.`)
  if (hasFigures && !(holds(ctx.actor, 'metrics:read') && holds(ctx.actor, 'strategy:read')))
    throw forbidden(
      'A link shows figures only if whoever makes it may see them: metrics:read and strategy:read.',
    )

  const token = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + days * day)
  await ctx.insert('departments_links', {
    ...{ id: ctx.id('dpl'), page_id: id, token_hash: hashOf(token), label, has_figures: hasFigures },
    ...{ made_by: ctx.actor.name, made_at: ctx.now, expires_at: expiresAt, visits: 0, visited_at: null },
    ...{ revoked_at: null, revoked_by: null },
  })
  await ctx.record(events.shared, id, { what: page.name, label })

  return { url: `${ctx.use(installation).publicUrl}/shared/${token}`, expiresAt: expiresAt.toISOString() }
}

export async function revoke(ctx: Ctx, { id, linkId }: In<typeof departments.revoke>) {
  const page = await requirePage(ctx, id)
  const row = await ctx.db
    .selectFrom('departments_links')
    .selectAll()
    .where('id', '=', linkId)
    .where('page_id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This link')
  if (row.revoked_at) throw conflict(`${row.revoked_by} took this link back already.`)

  await ctx.update('departments_links', linkId, { revoked_at: ctx.now, revoked_by: ctx.actor.name })
  await ctx.record(events.revoked, id, { what: page.name, label: row.label })

  return {}
}

const visitors = service(
  'departments.links.visitors',
  () => new RateLimit(30, 30, 'visits from this address'),
)

/** Every reason why a link shows nothing sounds the same. */
const spent = 'This link was taken back, has ended, or never was. Ask whoever gave it to you for a new one.'

/** What was said to be shared, in the version in force, and nothing else. */
export async function visit(ctx: Ctx, { token }: In<typeof departments.visit>) {
  ctx.use(visitors).take(ctx.address, ctx.now.getTime())
  const row = await ctx.db
    .selectFrom('departments_links')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!row || linkState(row, ctx.now) !== 'open') throw conflict(spent)
  const page = await requirePage(ctx, row.page_id)
  if (page.closed_at) throw conflict(spent)
  const said = await requireVersion(ctx, page.id, page.version)

  await ctx.update('departments_links', row.id, { visits: row.visits + 1, visited_at: ctx.now })
  await ctx.record(events.visited, page.id, { what: page.name })

  const asHouse = { ...ctx, actor: system('departments') }
  const tied = row.has_figures ? await tiedOf(asHouse, said.ties) : null
  return {
    ...{ organisation: (await settings(ctx.db)).name, name: page.name, summary: said.summary },
    ...{ doing: said.doing, meaning: said.meaning, needs: said.needs, savedAt: said.saved_at.toISOString() },
    tied: tied?.filter((one) => one.name !== null).map(withoutExplain) ?? null,
    expiresAt: row.expires_at.toISOString(),
  }
}

/** How a figure is counted stays inside. */
const withoutExplain = (one: Tied): Tied => ({
  ...one,
  figure: one.figure && { ...one.figure, explain: null },
})
