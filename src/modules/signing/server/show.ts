import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type Day, type FiscalCalendar, grains, periodOf } from '../../../methods/fiscal.ts'
import { titleOf } from '../../attribution/rules.ts'
import { currentSettings } from '../../attribution/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { Agreement, signing } from '../contract.ts'
import {
  figuresDoubt,
  leftToSign,
  roleTitle,
  roleToSign,
  settingsDoubt,
  signedWords,
  termsOf,
  usedBy,
  whyNotSign,
  whyNotWithdraw,
} from '../rules.ts'
import { figuresOf } from './figures.ts'
import type { AgreementRow, SignatureRow } from './tables.ts'

/** `FY2026 Q3` where the days are a whole period of the calendar, else the days. */
export function labelOf(from: Day, to: Day, calendar: FiscalCalendar): string {
  const whole = grains
    .map((grain) => periodOf(from, grain, calendar))
    .find((one) => one.startsOn === from && one.endsOn === to)
  return whole?.label ?? `${from} to ${to}`
}

export const whoAsks = async (ctx: Ctx) => ({
  personId: ctx.actor.personId,
  roles: ((await directory(ctx.db)).roles.get(ctx.actor.personId ?? '') ?? []).map((role) => role.id),
})

export const signaturesOf = (ctx: Ctx, id: string): Promise<SignatureRow[]> =>
  ctx.db
    .selectFrom('signing_signatures')
    .selectAll()
    .where('agreement_id', '=', id)
    .orderBy('role', 'desc')
    .execute()

export const toSigned = (row: SignatureRow) => ({ role: row.role, personId: row.person_id })

/** How rows become things: what has changed since, and what the asker may do. */
export async function readerOf(ctx: Ctx): Promise<(row: AgreementRow) => Promise<Agreement>> {
  await freshen(ctx)
  const { calendar } = await organisation(ctx.db)
  const { version } = await currentSettings(ctx.db)
  const who = await whoAsks(ctx)
  return async (row) => {
    const signed = await signaturesOf(ctx, row.id)
    const about = wordsOf(row, signed, calendar)
    const standing = { ...about, settingsVersion: row.settings_version, signatures: signed.map(toSigned) }
    const objection = holds(ctx.actor, 'signing:sign')
      ? whyNotSign(standing, who, version)
      : 'You may read agreements, not sign them.'
    return {
      ...about,
      says: signedWords(about),
      doubts: await doubtsOf(ctx, row, version),
      can: {
        sign: objection === null ? roleToSign(standing.signatures, who) : null,
        whyNotSign: objection,
        withdraw: holds(ctx.actor, 'signing:propose') && whyNotWithdraw(row.state) === null,
      },
    }
  }
}

/** What an agreement says by itself. */
function wordsOf(row: AgreementRow, signed: SignatureRow[], calendar: FiscalCalendar) {
  return {
    id: row.id,
    period: { from: row.from_on, to: row.to_on, label: labelOf(row.from_on, row.to_on, calendar) },
    model: row.model,
    modelTitle: titleOf(row.model),
    costs: row.costs,
    terms: termsOf(row.model, row.costs),
    settingsVersion: row.settings_version,
    state: row.state,
    note: row.note,
    proposedBy: { id: row.proposed_by_id, name: row.proposed_by },
    proposedAt: row.proposed_at.toISOString(),
    signatures: signed.map((one) => ({
      role: one.role,
      roleTitle: roleTitle(one.role),
      by: { id: one.person_id, name: one.name },
      at: one.signed_at.toISOString(),
      note: one.note,
    })),
    waitsFor: row.state === 'open' ? leftToSign(signed) : [],
    supersedes: row.supersedes_id,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { by: row.withdrawn_by ?? '', at: row.withdrawn_at.toISOString(), reason: row.reason ?? '' },
  }
}

/** Of what stands: whether it was made on other settings or other figures than there are now. */
async function doubtsOf(ctx: Ctx, row: AgreementRow, version: number): Promise<string[]> {
  if (row.state !== 'open' && row.state !== 'signed') return []
  const one = { state: row.state, settingsVersion: row.settings_version }
  const figures = row.figures ? figuresDoubt(one, row.figures, await figuresOf(ctx, row)) : null
  return [settingsDoubt(one, version), figures].filter((says) => says !== null)
}

export async function list(ctx: Ctx, { state }: In<typeof signing.list>) {
  const rows = await ctx.db
    .selectFrom('signing_agreements')
    .selectAll()
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'open'))
    .orderBy('from_on', 'desc')
    .orderBy('proposed_at', 'desc')
    .limit(500)
    .execute()
  return { items: await Promise.all(rows.map(await readerOf(ctx))) }
}

const mostShown = 4

/** The signed agreements that a figure of these days falls under, the newest first; of another basis only where it lies wholly in them. */
export async function inForce(ctx: Ctx, { metric, from, to }: In<typeof signing.inForce>) {
  const rows = await ctx.db
    .selectFrom('signing_agreements')
    .selectAll()
    .where('state', '=', 'signed')
    .$if(from !== undefined, (q) => q.where('to_on', '>=', from ?? ''))
    .$if(to !== undefined, (q) => q.where('from_on', '<=', to ?? ''))
    .orderBy('from_on', 'desc')
    .execute()
  const used = rows.flatMap((row) => {
    const uses = usedBy(metric, row)
    const isWhole = from !== undefined && to !== undefined && row.from_on <= from && to <= row.to_on
    return uses === 'same' || (uses === 'other' && isWhole) ? [{ row, uses, isWhole }] : []
  })
  if (used.length === 0) return { items: [] }
  const read = await readerOf(ctx)
  const shown = used.slice(0, mostShown).map(async ({ row, ...how }) => {
    const { id, period, says, doubts } = await read(row)
    return { id, label: period.label, ...how, says, doubts }
  })
  return { items: await Promise.all(shown) }
}
