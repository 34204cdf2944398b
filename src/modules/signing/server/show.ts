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
  roles: ((await directory(ctx)).roles.get(ctx.actor.personId ?? '') ?? []).map((role) => role.id),
})

/** The signatures of agreements, each one's in the order of roles. */
export async function signaturesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, SignatureRow[]>> {
  const all = new Map(ids.map((id) => [id, [] as SignatureRow[]]))
  if (ids.length === 0) return all
  const rows = await ctx.db
    .selectFrom('signing_signatures')
    .selectAll()
    .where('agreement_id', 'in', ids)
    .orderBy('role', 'desc')
    .execute()
  for (const row of rows) all.get(row.agreement_id)?.push(row)
  return all
}

export const toSigned = (row: SignatureRow) => ({ role: row.role, personId: row.person_id })

/** How rows become things: who has signed them, and what the asker may do. */
export async function standingOf(ctx: Ctx, rows: readonly AgreementRow[]): Promise<Standing[]> {
  const signatures = await signaturesOf(
    ctx,
    rows.map((row) => row.id),
  )
  const { calendar } = await organisation(ctx.db)
  const { version } = await currentSettings(ctx.db)
  const who = await whoAsks(ctx)
  return rows.map((row) => {
    const signed = signatures.get(row.id) ?? []
    const about = wordsOf(row, signed, calendar)
    const standing = { ...about, settingsVersion: row.settings_version, signatures: signed.map(toSigned) }
    const objection = holds(ctx.actor, 'signing:sign')
      ? whyNotSign(standing, who, version)
      : 'You may read agreements, not sign them.'
    return {
      ...about,
      says: signedWords(about),
      can: {
        sign: objection === null ? roleToSign(standing.signatures, who) : null,
        whyNotSign: objection,
        withdraw: holds(ctx.actor, 'signing:propose') && whyNotWithdraw(row.state) === null,
      },
    }
  })
}

type Standing = Omit<Agreement, 'doubts'>

/** The same with what has changed since, for which the figures are counted anew. */
export async function agreementsOf(ctx: Ctx, rows: readonly AgreementRow[]): Promise<Agreement[]> {
  if (rows.length === 0) return []
  await freshen(ctx)
  const { version } = await currentSettings(ctx.db)
  const standing = await standingOf(ctx, rows)
  return Promise.all(
    standing.map(async (one, at) => ({ ...one, doubts: await doubtsOf(ctx, rows[at]!, version) })),
  )
}

export const agreementOf = async (ctx: Ctx, row: AgreementRow): Promise<Agreement> =>
  (await agreementsOf(ctx, [row]))[0]!

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
  return { items: await agreementsOf(ctx, rows) }
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
  const shown = used.slice(0, mostShown)
  const read = await agreementsOf(
    ctx,
    shown.map(({ row }) => row),
  )
  return {
    items: shown.map(({ row: _, ...how }, at) => {
      const { id, period, says, doubts } = read[at]!
      return { id, label: period.label, ...how, says, doubts }
    }),
  }
}
