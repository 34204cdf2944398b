import { createHash, randomBytes } from 'node:crypto'
import type { Ctx } from './ctx.ts'
import type { Database, Reader } from './db/database.ts'
import { conflict, invalid, limited } from './errors.ts'
import { isSame, signed, signingSecret } from './signing-secret.ts'

declare module './db/tables.ts' {
  interface Tables {
    /** What came through public forms, as hashes: no text and no address is kept. */
    kernel_form_tickets: {
      id: string
      form: string
      content_hash: string
      address_hash: string
      spent_at: Date
    }
  }
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How a public form is kept from machines; every number can be set by the form. */
export type FormGuard = {
  /** Names the form, `intake.request`: a ticket for one form opens no other. */
  form: string
  quickestSeconds?: number
  mostLinks?: number
  /** Most that one address sends in an hour. */
  mostAnHour?: number
}

export type Sent = {
  ticket: string
  /** A field that people do not see: whatever fills it in is a machine. */
  trap: string
  /** All that was written, to be compared with what came before. */
  content: string
}

const day = 24 * hour
const sameWithin = 10 * minute
const longest = 200

/** A ticket for one sending of a form, valid for a day, handed out when the form is opened. */
export async function issueTicket(db: Reader | Database, form: string, now: Date): Promise<string> {
  const body = `${randomBytes(12).toString('base64url')}.${now.getTime().toString(36)}`
  return `${body}.${signed(await signingSecret(db), `form ${form}`, body)}`
}

/**
 * Take what was sent through a public form, once: call it first in the command, whose transaction keeps it. Throws a
 * sentence where the ticket is forged, of another form, too old, spent, or used quicker than anybody types; where the
 * trap was filled in; where there are too many links; where the same came in minutes ago; and `limited` where one
 * address sends too much. Of several that spend one ticket at once one wins.
 */
export async function spendTicket(ctx: Ctx, guard: FormGuard, sent: Sent): Promise<void> {
  const { quickestSeconds = 3, mostLinks = 5 } = guard
  const secret = await signingSecret(ctx.db)
  const ticket = readTicket(secret, guard.form, sent.ticket)
  if (!ticket || sent.trap !== '')
    throw invalid('This form cannot be taken. Load the page anew, fill it in by hand, and send it once more.')
  const age = ctx.now.getTime() - ticket.issuedAt
  if (age > day)
    throw conflict('This form was open for more than a day. Load the page anew, and send it once more.')
  if (age < quickestSeconds * second)
    throw conflict('That was quicker than anybody types. Wait a few seconds and send it once more.')
  if (linksIn(sent.content) > mostLinks)
    throw invalid(`This holds more than ${mostLinks} links. Leave out those that are not needed.`)

  const row = {
    ...{ id: ticket.id, form: guard.form, content_hash: contentHash(sent.content), spent_at: ctx.now },
    address_hash: signed(secret, 'address', ctx.address),
  }
  await requireRoom(ctx, guard, row)
  await ctx.insert('kernel_form_tickets', row)
}

function readTicket(secret: string, form: string, ticket: string): { id: string; issuedAt: number } | null {
  if (ticket.length > longest) return null
  const at = ticket.lastIndexOf('.')
  const body = ticket.slice(0, Math.max(0, at))
  if (!isSame(ticket.slice(at + 1), signed(secret, `form ${form}`, body))) return null
  const [id = '', issued = ''] = body.split('.')
  return { id, issuedAt: Number.parseInt(issued, 36) }
}

type Row = { id: string; form: string; content_hash: string; address_hash: string }

async function requireRoom(ctx: Ctx, { mostAnHour = 10 }: FormGuard, row: Row): Promise<void> {
  const sinceAnHour = await ctx.db
    .selectFrom('kernel_form_tickets')
    .selectAll()
    .where('form', '=', row.form)
    .where((e) => e.or([e('spent_at', '>', new Date(ctx.now.getTime() - hour)), e('id', '=', row.id)]))
    .where((e) =>
      e.or([
        e('id', '=', row.id),
        e('content_hash', '=', row.content_hash),
        e('address_hash', '=', row.address_hash),
      ]),
    )
    .execute()
  if (sinceAnHour.some((one) => one.id === row.id))
    throw conflict('This was sent already. To send something else, load the page anew.')
  const isRecent = (at: Date) => ctx.now.getTime() - at.getTime() < sameWithin
  if (sinceAnHour.some((one) => one.content_hash === row.content_hash && isRecent(one.spent_at)))
    throw conflict('The same came in a few minutes ago and has arrived. There is no need to send it again.')
  if (sinceAnHour.filter((one) => one.address_hash === row.address_hash).length >= mostAnHour)
    throw limited(`No more than ${mostAnHour} are taken from one address in an hour. Try again later.`, 3600)
}

const linksIn = (content: string): number => content.match(/https?:\/\/|www\./gi)?.length ?? 0

/** The same words with other spaces or capitals are the same. */
const contentHash = (content: string): string =>
  createHash('sha256')
    .update(content.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim())
    .digest('hex')

/** Forget tickets that could not be spent any more. */
export async function forgetTickets(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('kernel_form_tickets')
    .where('spent_at', '<', new Date(now.getTime() - 2 * day))
    .execute()
}
