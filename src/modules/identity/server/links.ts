import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { identity } from '../contract.ts'
import { linkLife } from '../rules.ts'
import { hashOf } from './actor-source.ts'
import { type PersonRow, requireManaged, requirePerson } from './directory.ts'
import { installation } from './installation.ts'
import { sendLink } from './mail.ts'

export type Purpose = keyof typeof linkLife

/** Make a one-time link; earlier ones of the same purpose stop working. Only a hash of it is kept. */
export async function writeLink(ctx: Ctx, person: PersonRow, purpose: Purpose) {
  const token = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + linkLife[purpose])
  await ctx.delete('identity_links', { person_id: person.id, purpose })
  await ctx.insert('identity_links', {
    id: ctx.id('lnk'),
    person_id: person.id,
    purpose,
    token_hash: hashOf(token),
    made_by: ctx.actor.id,
    made_at: ctx.now,
    expires_at: expiresAt,
  })
  await ctx.delete('identity_reset_wishes', { person_id: person.id })
  await ctx.record(identity.events.linkMade, person.id, { name: person.name, purpose })
  return {
    url: `${ctx.use(installation).publicUrl}/${purpose}/${token}`,
    sentTo: null,
    expiresAt: expiresAt.toISOString(),
  }
}

/** Send the link by mail where mail is set up; else show it to whoever asked. */
export async function offerLink(ctx: Ctx, person: PersonRow, purpose: Purpose) {
  if (!ctx.use(installation).sendsMail) return writeLink(ctx, person, purpose)
  ctx.enqueue(sendLink, { personId: person.id, purpose })
  return { url: null, sentTo: person.email, expiresAt: null }
}

export async function makeLink(ctx: Ctx, { id, purpose }: In<typeof identity.makeLink>) {
  const person = await requireManaged(ctx, id)
  if (person.disabled_at) throw conflict(`${person.name} has no access. Enable them first.`)
  if (purpose === 'invite' && person.joined_at)
    throw conflict(`${person.name} has joined already. Make a link for a new password instead.`)
  if (purpose === 'reset' && !person.joined_at)
    throw conflict(`${person.name} has not joined yet. Make a new invitation instead.`)

  return ctx.actor.kind === 'system' ? writeLink(ctx, person, purpose) : offerLink(ctx, person, purpose)
}

const spent =
  'This link was used, replaced or has expired. Ask whoever manages people in your organisation for a new one.'

/** Whom a link is for; every reason why it does not work sounds the same. */
export async function personOfLink(ctx: Ctx, token: string, purpose: Purpose) {
  const link = await ctx.db
    .selectFrom('identity_links')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst()
  const person = link && (await requirePerson(ctx, link.person_id))
  if (!person || person.disabled_at) throw conflict(spent)
  return { link, person }
}
