import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { dayIn, periodOf, previousPeriod } from '../../../methods/fiscal.ts'
import { currentSettings } from '../../attribution/server/index.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import { signing } from '../contract.ts'
import {
  isSigned,
  roleTitle,
  roleToSign,
  termsOf,
  whyNotPropose,
  whyNotSign,
  whyNotWithdraw,
} from '../rules.ts'
import { figuresOf } from './figures.ts'
import { agreementOf, labelOf, signaturesOf, toSigned, whoAsks } from './show.ts'
import type { AgreementRow } from './tables.ts'
import { tellSigners, tellThose } from './tell.ts'

async function requireAgreement(ctx: Ctx, id: string): Promise<AgreementRow> {
  const row = await ctx.db
    .selectFrom('signing_agreements')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This agreement')
  return row
}

const standing = (ctx: Ctx): Promise<AgreementRow[]> =>
  ctx.db.selectFrom('signing_agreements').selectAll().where('state', 'in', ['open', 'signed']).execute()

/** The days that were said, or the last quarter that is over. */
async function daysOf(ctx: Ctx, { from, to }: In<typeof signing.propose>) {
  const { calendar, zone } = await organisation(ctx.db)
  const today = dayIn(zone, ctx.now)
  if ((from === undefined) !== (to === undefined)) throw invalid('Say both the first and the last day.')
  const quarter = previousPeriod(periodOf(today, 'quarter', calendar), calendar)
  const days = { from: from ?? quarter.startsOn, to: to ?? quarter.endsOn }
  return { ...days, label: labelOf(days.from, days.to, calendar), isOver: days.to < today }
}

async function nameOf(ctx: Ctx, row: AgreementRow): Promise<string> {
  const { calendar } = await organisation(ctx.db)
  return `${labelOf(row.from_on, row.to_on, calendar)}: ${termsOf(row.model, row.costs)}`
}

export async function propose(ctx: Ctx, asked: In<typeof signing.propose>) {
  const { calendar } = await organisation(ctx.db)
  const { isOver, ...days } = await daysOf(ctx, asked)
  const { version, settings } = await currentSettings(ctx.db)
  const others = (await standing(ctx)).map(({ id, from_on: from, to_on: to, state }) => ({
    ...{ id, from, to, state },
    label: labelOf(from, to, calendar),
  }))

  const objection = whyNotPropose(days, others)
  if (objection) throw conflict(objection)

  const before = others.find((one) => one.state === 'signed' && one.from === days.from && one.to === days.to)
  const terms = {
    from_on: days.from,
    to_on: days.to,
    model: asked.model ?? settings.model,
    costs: asked.costs,
  }
  await freshen(ctx)
  const row = await ctx.insert('signing_agreements', {
    ...terms,
    id: ctx.id('sgn'),
    settings_version: version,
    figures: JSON.stringify(isOver ? await figuresOf(ctx, terms) : null),
    note: asked.note,
    state: 'open',
    supersedes_id: before?.id ?? null,
    proposed_by_id: ctx.actor.personId ?? null,
    proposed_by: ctx.actor.name,
    proposed_at: ctx.now,
    withdrawn_by: null,
    withdrawn_at: null,
    reason: null,
  })
  const what = await nameOf(ctx, row)
  await ctx.record(signing.events.proposed, row.id, { what })
  await tellSigners(ctx, [], { title: `To be signed: ${what}`, why: `${ctx.actor.name} proposed it.` })

  return agreementOf(ctx, row)
}

export async function sign(ctx: Ctx, { id, role: named, note }: In<typeof signing.sign>) {
  const row = await requireAgreement(ctx, id)
  const before = ((await signaturesOf(ctx, [id])).get(id) ?? []).map(toSigned)
  const who = await whoAsks(ctx)
  const { version } = await currentSettings(ctx.db)

  const about = { state: row.state, settingsVersion: row.settings_version, signatures: before }
  const objection = whyNotSign(about, who, version, named)
  const role = roleToSign(before, who, named)
  if (objection || !role || !who.personId) throw forbidden(objection ?? 'You cannot sign it.')

  const signature = { role, person_id: who.personId, name: ctx.actor.name, note, signed_at: ctx.now }
  await ctx.insert('signing_signatures', { id: ctx.id('sig'), agreement_id: id, ...signature })
  const what = await nameOf(ctx, row)
  await ctx.record(signing.events.signed, id, { what, role: roleTitle(role) })
  if (isSigned([...before, { role, personId: who.personId }])) await complete(ctx, row, what)

  return agreementOf(ctx, await requireAgreement(ctx, id))
}

/** Both have signed: it is in force, in the place of the one it supersedes. */
async function complete(ctx: Ctx, row: AgreementRow, what: string): Promise<void> {
  if (row.supersedes_id) {
    const old = await requireAgreement(ctx, row.supersedes_id)
    await ctx.update('signing_agreements', old.id, { state: 'superseded' })
    await ctx.record(signing.events.superseded, old.id, { what: await nameOf(ctx, old) })
  }
  await ctx.update('signing_agreements', row.id, { state: 'signed' })
  await ctx.record(signing.events.completed, row.id, { what })
  await tellThose(ctx, row, { title: `Signed: ${what}`, why: 'Both have signed it; it is locked.' })
}

export async function withdraw(ctx: Ctx, { id, reason }: In<typeof signing.withdraw>) {
  const row = await requireAgreement(ctx, id)
  const objection = whyNotWithdraw(row.state)
  if (objection) throw conflict(objection)

  const patch = { state: 'withdrawn', withdrawn_by: ctx.actor.name, withdrawn_at: ctx.now, reason } as const
  const changed = await ctx.update('signing_agreements', id, patch)
  const what = await nameOf(ctx, row)
  await ctx.record(signing.events.withdrawn, id, { what, reason })
  await tellThose(ctx, row, { title: `Withdrawn: ${what}`, why: `${ctx.actor.name}: ${reason}` })

  return agreementOf(ctx, changed ?? row)
}
