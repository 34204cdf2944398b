import { system } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { job } from '../../../kernel/module.ts'
import { perform } from '../../../kernel/perform.ts'
import { identity } from '../contract.ts'
import { authentication } from './authentication.ts'
import { requirePerson } from './directory.ts'
import { installation } from './installation.ts'
import { sendLink } from './mail.ts'

/** Whether the address is known is looked up after the answer, so that neither words nor time tell. */
export const prepareReset = job<{ email: string }>('identity.prepareReset', async (app, { email }) => {
  const person = await app.db
    .selectFrom('identity_people')
    .select('id')
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .where('joined_at', 'is not', null)
    .executeTakeFirst()
  if (person)
    await perform(app, identity.wishReset, { id: person.id }, { actor: system('identity'), via: 'job' })
})

export async function requestReset(ctx: Ctx, { email }: In<typeof identity.requestReset>) {
  const auth = ctx.use(authentication)
  auth.address.take(ctx.address, ctx.now.getTime())
  auth.pair.take(`reset ${ctx.address} ${email}`, ctx.now.getTime())
  ctx.enqueue(prepareReset, { email })
  return {
    message:
      'If this address belongs to somebody here, they get a link: by mail, or from whoever manages people.',
  }
}

/** With mail the link goes out; without, whoever manages people finds the wish on their home page. */
export async function wishReset(ctx: Ctx, { id }: In<typeof identity.wishReset>) {
  const person = await requirePerson(ctx, id)
  if (ctx.use(installation).sendsMail) ctx.enqueue(sendLink, { personId: id, purpose: 'reset' })
  else {
    await ctx.delete('identity_reset_wishes', { person_id: id })
    await ctx.insert('identity_reset_wishes', { person_id: id, asked_at: ctx.now })
  }
  await ctx.record(identity.events.resetWished, id, { name: person.name })
  return {}
}
