import { createHash } from 'node:crypto'
import { checks, type Found } from '../../../engine/checks.ts'
import { warehouse } from '../../../engine/port.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { freshen, setWord } from '../../imports/server/index.ts'
import { type Finding, quality } from '../contract.ts'
import './tables.ts'

const worst = ['problem', 'warning', 'info']
const idOf = (kind: string, key: string): string =>
  `fnd_${createHash('sha256').update(`${kind}\n${key}`).digest('hex').slice(0, 20)}`

const looked = new WeakMap<Warehouse, { signature: string; findings: Finding[] }>()

/** Everything is looked at anew when the figures were derived anew: a finding that was mended is gone by itself. */
async function look(ctx: Ctx): Promise<Finding[]> {
  const signature = await freshen(ctx)
  const store = ctx.use(warehouse)
  let seen = looked.get(store)
  if (seen?.signature !== signature) {
    const found = await Promise.all(
      ctx
        .use(checks)
        .map(async (check) => (await check.look(store)).map((one) => toFinding(check.kind, one))),
    )
    seen = { signature, findings: found.flat().sort(byWeight) }
    looked.set(store, seen)
  }
  const rows = await ctx.db.selectFrom('quality_acceptances').selectAll().execute()
  const accepted = new Map(
    rows.map((row) => [
      row.finding,
      { by: row.accepted_by, at: row.accepted_at.toISOString(), reason: row.reason },
    ]),
  )
  return seen.findings.map((one) => ({ ...one, accepted: accepted.get(one.id) ?? null }))
}

const byWeight = (a: Finding, b: Finding): number =>
  worst.indexOf(a.severity) - worst.indexOf(b.severity) || b.rows - a.rows

/** Findings nobody has accepted. */
export const openFindings = async (ctx: Ctx): Promise<Finding[]> =>
  (await look(ctx)).filter((one) => one.accepted === null)

const toFinding = (kind: string, found: Found): Finding => ({
  id: idOf(kind, found.key),
  kind,
  severity: found.severity,
  title: found.title,
  says: found.says,
  source: found.source ?? null,
  object: found.object ?? null,
  rows: found.rows,
  sample: found.sample,
  fix: found.fix ?? null,
  accepted: null,
})

async function requireFinding(ctx: Ctx, id: string): Promise<Finding> {
  const found = (await look(ctx)).find((one) => one.id === id)
  if (!found) throw missing('This finding')
  return found
}

export async function findings(ctx: Ctx, { accepted }: In<typeof quality.findings>) {
  const all = await look(ctx)
  return { items: all.filter((one) => (one.accepted !== null) === accepted) }
}

export async function accept(ctx: Ctx, { id, reason }: In<typeof quality.accept>) {
  const finding = await requireFinding(ctx, id)
  if (finding.accepted) throw conflict(`${finding.accepted.by} has accepted this already.`)

  await ctx.insert('quality_acceptances', {
    id: ctx.id('acc'),
    finding: id,
    title: finding.title,
    reason,
    accepted_by: ctx.actor.name,
    accepted_at: ctx.now,
  })
  await ctx.record(quality.events.findingAccepted, id, { title: finding.title, reason })

  return { ...finding, accepted: { by: ctx.actor.name, at: ctx.now.toISOString(), reason } }
}

export async function fix(ctx: Ctx, { id }: In<typeof quality.fix>) {
  const finding = await requireFinding(ctx, id)
  if (!finding.fix) throw conflict('This finding has no word of the vocabulary that would mend it.')
  return setWord(ctx, finding.fix)
}
