import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { departments } from '../contract.ts'
import { whyNotKeepContact } from '../rules.ts'
import type { Contact } from '../things/contact.ts'
import { manages, peopleOf, requirePage } from './pages-show.ts'
import type { ContactRow, PageRow } from './tables.ts'

const { events } = departments

type Members = Awaited<ReturnType<typeof peopleOf>>

const mayKeep = (ctx: Ctx, page: PageRow, people: Members): boolean => {
  const { personId } = ctx.actor
  const isOf = people.some((one) => one.page_id === page.id && one.person_id === personId)
  return (
    whyNotKeepContact(page, {
      isOf: personId !== undefined && (isOf || page.owner_id === personId),
      manages: manages(ctx),
    }) === null
  )
}

const toContact = (row: ContactRow, page: PageRow, isMine: boolean): Contact => ({
  ...{ id: row.id, page: { id: page.id, name: page.name }, what: row.what, channel: row.channel },
  person: { id: row.person_id, name: row.person_name },
  deputy: row.deputy_id ? { id: row.deputy_id, name: row.deputy_name ?? '' } : null,
  ...{ responseHours: row.response_hours, timeZone: row.time_zone, version: row.version },
  can: { change: isMine },
})

export async function directory(ctx: Ctx, { pageId }: In<typeof departments.directory>) {
  const pages = await ctx.db
    .selectFrom('departments_pages')
    .selectAll()
    .where('closed_at', 'is', null)
    .$if(pageId !== undefined, (q) => q.where('id', '=', pageId ?? ''))
    .orderBy('name')
    .execute()
  if (pages.length === 0) return { items: [], mine: [] }
  const ids = pages.map((one) => one.id)
  const people = await peopleOf(ctx, ids)
  const mine = new Set(pages.filter((one) => mayKeep(ctx, one, people)).map((one) => one.id))
  const rows = await ctx.db
    .selectFrom('departments_contacts')
    .selectAll()
    .where('page_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('what')
    .execute()
  const of = (page: PageRow) => rows.filter((row) => row.page_id === page.id)
  return {
    items: pages.flatMap((page) => of(page).map((row) => toContact(row, page, mine.has(page.id)))),
    mine: pages.filter((one) => mine.has(one.id)).map(({ id, name }) => ({ id, name })),
  }
}

/** The department’s page, whose contacts whoever asks may keep. */
async function requireKept(ctx: Ctx, pageId: string): Promise<PageRow> {
  const page = await requirePage(ctx, pageId)
  if (!mayKeep(ctx, page, await peopleOf(ctx, [pageId])))
    throw forbidden(`The people of ${page.name} say whom to ask. Ask one of them to add it.`)
  return page
}

async function requireContact(ctx: Ctx, id: string): Promise<{ row: ContactRow; page: PageRow }> {
  const row = await ctx.db
    .selectFrom('departments_contacts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This contact')
  return { row, page: await requireKept(ctx, row.page_id) }
}

type Who = { personId: string | null; person: string; deputyId: string | null }

/** Somebody with an account by their own name, or somebody else by the name that was written. */
async function whoOf(ctx: Ctx, { personId, person, deputyId }: Who) {
  if (personId === null && person.length < 2)
    throw invalid('Say whom to ask: choose somebody, or write a name.', [
      { field: 'person', message: 'is missing' },
    ])
  if (personId !== null && personId === deputyId)
    throw invalid('The deputy is somebody else: choose another.')
  const known = personId ? await requirePerson(ctx, personId) : null
  const deputy = deputyId ? await requirePerson(ctx, deputyId) : null
  return {
    ...{ person_id: known?.id ?? null, person_name: known?.name ?? person },
    ...{ deputy_id: deputy?.id ?? null, deputy_name: deputy?.name ?? null },
  }
}

export async function addContact(ctx: Ctx, { id: pageId, ...said }: In<typeof departments.addContact>) {
  const page = await requireKept(ctx, pageId)

  const row = await ctx.insert('departments_contacts', {
    ...{ id: ctx.id('cnt'), page_id: pageId, what: said.what, ...(await whoOf(ctx, said)) },
    ...{ channel: said.channel, response_hours: said.responseHours, time_zone: said.timeZone },
    ...{ removed_at: null, version: 1 },
  })
  await ctx.record(events.contactKept, row.id, { what: row.what, of: page.name })

  return toContact(row, page, true)
}

export async function changeContact(
  ctx: Ctx,
  { id, version, ...said }: In<typeof departments.changeContact>,
) {
  const { row, page } = await requireContact(ctx, id)
  if (row.version !== version)
    throw conflict('Somebody changed this contact since you opened it. Load it again and repeat your change.')
  const { personId = row.person_id, person = row.person_name, deputyId = row.deputy_id } = said

  const after = await ctx.update('departments_contacts', id, {
    ...{ what: said.what, ...(await whoOf(ctx, { personId, person, deputyId })), channel: said.channel },
    ...{ response_hours: said.responseHours, time_zone: said.timeZone, version: version + 1 },
  })
  await ctx.record(events.contactKept, id, { what: said.what ?? row.what, of: page.name })

  return toContact(after ?? row, page, true)
}

export async function removeContact(ctx: Ctx, { id, isRemoved }: In<typeof departments.removeContact>) {
  const { row, page } = await requireContact(ctx, id)

  await ctx.update('departments_contacts', id, { removed_at: isRemoved ? ctx.now : null })
  const how = isRemoved ? 'took out' : 'put back'
  await ctx.record(events.contactRemoved, id, { what: row.what, of: page.name, how })

  return {}
}
