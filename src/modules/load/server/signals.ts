import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/days.ts'
import { notify } from '../../activity/server/index.ts'
import { directory, settings } from '../../identity/server/index.ts'
import { leads } from '../../timesheets/rules.ts'
import { load, type Signal } from '../contract.ts'
import { isTold, leastPeople } from '../rules.ts'
import { agreements } from './agreement.ts'
import { belonging } from './groups.ts'
import type { SignalRow } from './tables.ts'

type People = Awaited<ReturnType<typeof directory>>['rows']

type Terms = { quietDays: number; zone: string }

const termsOf = async (ctx: Ctx): Promise<Terms> => ({
  quietDays: (await agreements.current(ctx.db)).agreement.quietDays,
  zone: (await settings(ctx.db)).timeZone,
})

const toSignal = (row: SignalRow, people: People, self: string, { quietDays, zone }: Terms): Signal => ({
  ...{ id: row.id, kind: row.kind, words: row.words, noticedAt: row.noticed_at.toISOString() },
  person: { id: row.person_id, name: people.get(row.person_id)?.name ?? 'Somebody who left' },
  isShared: row.shared_at !== null,
  toldOn: dayIn(zone, new Date(row.noticed_at.getTime() + quietDays * 86_400_000)),
  isOwn: row.person_id === self,
})

export async function signals(ctx: Ctx) {
  const { rows: people } = await directory(ctx)
  const self = ctx.actor.personId ?? ''
  const terms = await termsOf(ctx)
  const rows = await ctx.db
    .selectFrom('load_signals')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('noticed_at', 'desc')
    .execute()
  const isSeen = (row: SignalRow) =>
    row.person_id === self ||
    (leads(people, self, row.person_id) &&
      isTold({ noticedAt: row.noticed_at, sharedAt: row.shared_at }, ctx.now, terms.quietDays))
  return {
    signals: rows.filter(isSeen).map((row) => toSignal(row, people, self, terms)),
    teams: await sums(ctx, rows, people, self),
  }
}

/** How many people of a team have a signal; of fewer than five people nobody is told. */
async function sums(ctx: Ctx, rows: readonly SignalRow[], people: People, self: string) {
  const groups = await belonging(ctx)
  const having = new Set(rows.map((row) => row.person_id))
  return groups.all.team.flatMap((team) => {
    const members = [...people.values()].filter(
      (one) => !one.disabled_at && groups.has('team', team.id, one.id),
    )
    if (!members.some((one) => leads(people, self, one.id))) return []
    const isTold = members.length >= leastPeople
    const signals = isTold ? members.filter((one) => having.has(one.id)).length : null
    return [{ ...team, people: members.length, signals }]
  })
}

export async function share(ctx: Ctx, { id }: In<typeof load.share>): Promise<Signal> {
  const row = await ctx.db.selectFrom('load_signals').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.person_id !== ctx.actor.personId) throw missing('This signal')
  if (row.ended_at) throw conflict('This signal has ended: there is nothing to share any more.')
  if (row.shared_at) throw conflict('You shared this signal already.')
  const { rows: people } = await directory(ctx)
  const self = people.get(row.person_id)!

  const shared = (await ctx.update('load_signals', id, { shared_at: ctx.now }))!
  await ctx.record(load.events.shared, row.person_id, { who: self.name })
  if (self.manager_id)
    await notify(ctx, self.manager_id, {
      title: `${self.name} shares a sign of too much work with you`,
      why: row.words,
      link: '/load/signals',
    })

  return toSignal(shared, people, self.id, await termsOf(ctx))
}
