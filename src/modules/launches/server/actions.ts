import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { launches } from '../contract.ts'
import { stateTitles, whyNotBecome, whyNotChange, whyNotDays } from '../rules.ts'
import { requireLaunch, requireVersion } from './records.ts'
import { show } from './show.ts'
import type { LaunchRow } from './tables.ts'

type Said = Pick<In<typeof launches.add>, 'name' | 'tier' | 'products' | 'ownerId' | 'note'>

const toRow = ({ name, tier, products, ownerId, note }: Said) => ({
  ...{ name, tier, note, owner_id: ownerId },
  products: [...new Set(products)],
})

export async function add(ctx: Ctx, { launchOn, announceOn, ...said }: In<typeof launches.add>) {
  const objection = whyNotDays(launchOn, announceOn)
  if (objection) throw invalid(objection)
  await requirePerson(ctx, said.ownerId)

  const row = await ctx.insert('launches_records', {
    ...{ id: ctx.id('lch'), ...toRow(said), launch_on: launchOn, announce_on: announceOn },
    ...{ state: 'planned', called_off: null, version: 1 },
    ...{ created_by: ctx.actor.name, created_at: ctx.now },
  })
  await ctx.record(launches.events.added, row.id, { name: row.name })

  return show(ctx, { id: row.id })
}

export async function change(ctx: Ctx, { id, version, announceOn, ...said }: In<typeof launches.change>) {
  const row = await requireLaunch(ctx, id)
  requireVersion(row, version)
  requireOpen(row)
  const objection = whyNotDays(row.launch_on, announceOn)
  if (objection) throw invalid(objection)
  await requirePerson(ctx, said.ownerId)

  await ctx.update('launches_records', id, {
    ...{ ...toRow(said), announce_on: announceOn, version: version + 1 },
  })
  await ctx.record(launches.events.changed, id, { name: said.name })

  return show(ctx, { id })
}

export function requireOpen(row: LaunchRow): void {
  const objection = whyNotChange(row)
  if (objection) throw conflict(objection)
}

export async function setState(ctx: Ctx, { id, state, reason, version }: In<typeof launches.setState>) {
  const row = await requireLaunch(ctx, id)
  requireVersion(row, version)
  const standing = { name: row.name, state: row.state, launchOn: row.launch_on }
  const objection = whyNotBecome(standing, state, await todayOf(ctx))
  if (objection) throw conflict(objection)
  if (state === 'called-off' && !reason)
    throw invalid(`Say why ${row.name} is called off; whoever works for it wants to know.`)

  const calledOff = state === 'called-off' ? (reason ?? null) : null
  await ctx.update('launches_records', id, { state, called_off: calledOff, version: version + 1 })
  await recordState(ctx, row, state, reason ?? '')

  return show(ctx, { id })
}

async function recordState(ctx: Ctx, row: LaunchRow, state: LaunchRow['state'], reason: string) {
  const { name, id } = row
  const { events } = launches
  if (state === 'called-off') await ctx.record(events.calledOff, id, { name, reason })
  else if (state === 'launched') await ctx.record(events.launched, id, { name })
  else if (state === 'confirmed' && row.state === 'planned') await ctx.record(events.confirmed, id, { name })
  else await ctx.record(events.reopened, id, { name, state: stateTitles[state].toLowerCase() })
}
