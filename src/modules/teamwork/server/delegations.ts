import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { service } from '../../../kernel/service.ts'
import { notify } from '../../activity/server/index.ts'
import { teamwork } from '../contract.ts'
import { isToBeLookedAt, levelOf } from '../rules.ts'
import type { Delegation } from '../things/delegation.ts'
import { isMe, manages, requireFresh, requireMe, requirePresent, requireRow, todayOf } from './rows.ts'
import type { DelegationRow } from './tables-people.ts'

const { events } = teamwork
const link = '/teamwork?tab=delegation'

/** Names of types of work that other modules know. */
export class WorkTypes {
  #sources: ((ctx: Ctx) => Promise<string[]>)[] = []

  register(source: (ctx: Ctx) => Promise<string[]>): void {
    this.#sources.push(source)
  }

  async of(ctx: Ctx): Promise<string[]> {
    return (await Promise.all(this.#sources.map((source) => source(ctx)))).flat()
  }
}
export const workTypePort = service<WorkTypes>('teamwork.workTypes')

export async function workTypes(ctx: Ctx) {
  const own = await ctx.db.selectFrom('teamwork_work_types').selectAll().orderBy('name').execute()
  const known = new Set(own.map((one) => one.name.toLowerCase()))
  const others = (await ctx.use(workTypePort).of(ctx)).filter((name) => !known.has(name.toLowerCase()))
  return { items: [...own, ...[...new Set(others)].map((name) => ({ id: null, name }))] }
}

export async function addWorkType(ctx: Ctx, { name }: In<typeof teamwork.addWorkType>) {
  const { items } = await workTypes(ctx)
  if (items.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw conflict(`There is the type of work ${name} already.`)

  const row = await ctx.insert('teamwork_work_types', { id: ctx.id('wty'), name })
  await ctx.record(events.workTypeAdded, row.id, { name })

  return row
}

const isOneOf = (ctx: Ctx, row: Pick<DelegationRow, 'person_id' | 'leader_id'>): boolean =>
  isMe(ctx, row.person_id) || isMe(ctx, row.leader_id)

function toDelegation(ctx: Ctx, row: DelegationRow, today: string): Delegation {
  const isOpen = row.ended_on === null
  return {
    ...{ id: row.id, person: { id: row.person_id, name: row.person_name } },
    ...{ leader: { id: row.leader_id, name: row.leader_name }, work: row.work, level: row.level },
    ...{ title: levelOf(row.level).title, words: row.words || levelOf(row.level).words },
    ...{ proposedOn: row.proposed_on, agreedOn: row.agreed_on, lookedOn: row.looked_on },
    ...{ endedOn: row.ended_on, isToBeLookedAt: isToBeLookedAt(row, today), version: row.version },
    can: {
      agree: isOpen && row.agreed_on === null && isOneOf(ctx, row) && !isMe(ctx, row.proposed_by_id),
      look: isOpen && row.agreed_on !== null && isOneOf(ctx, row),
      end: isOpen && isOneOf(ctx, row),
    },
  }
}

/** The two of it read it, and those who manage teamwork. */
export async function delegations(ctx: Ctx) {
  const { personId = '' } = ctx.actor
  const rows = await ctx.db
    .selectFrom('teamwork_delegations')
    .selectAll()
    .$if(!manages(ctx), (q) =>
      q.where((e) => e.or([e('person_id', '=', personId), e('leader_id', '=', personId)])),
    )
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('person_name')
    .orderBy('work')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute()
  const today = await todayOf(ctx)
  return { items: rows.map((row) => toDelegation(ctx, row, today)) }
}

async function requireOurs(ctx: Ctx, id: string, version?: number): Promise<DelegationRow> {
  const row = await requireRow(ctx, 'teamwork_delegations', id, 'This delegation level')
  if (!isOneOf(ctx, row) && !manages(ctx)) throw missing('This delegation level')
  if (!isOneOf(ctx, row)) throw forbidden(`${row.person_name} and ${row.leader_name} agree on it.`)
  if (version !== undefined) requireFresh(row, version, 'this delegation level')
  return row
}

const minutes = (row: DelegationRow, how: string) => ({
  ...{ how, level: row.level, work: row.work, person: row.person_name, leader: row.leader_name },
})

export async function proposeDelegation(ctx: Ctx, said: In<typeof teamwork.proposeDelegation>) {
  const me = requireMe(ctx)
  if (said.personId === said.leaderId) throw invalid('A level is between two people: choose somebody else.')
  if (me.id !== said.personId && me.id !== said.leaderId)
    throw forbidden('Only one of the two proposes a level. Ask one of them.')
  const [person, leader] = [
    await requirePresent(ctx, said.personId),
    await requirePresent(ctx, said.leaderId),
  ]
  const today = await todayOf(ctx)

  const row = await ctx.insert('teamwork_delegations', {
    ...{ id: ctx.id('dlg'), person_id: person.id, person_name: person.name, leader_id: leader.id },
    ...{ leader_name: leader.name, work: said.work, level: said.level, words: said.words },
    ...{ proposed_by_id: me.id, proposed_on: today, agreed_on: null, looked_on: null, ended_on: null },
    version: 1,
  })
  await ctx.record(events.delegated, row.id, minutes(row, 'proposed'))
  const other = me.id === person.id ? leader : person
  const why = `${me.name} proposes “${levelOf(row.level).title}”. Agree, or propose another level.`
  await notify(ctx, other.id, { title: `How far is ${row.work} delegated?`, why, link })

  return toDelegation(ctx, row, today)
}

/** What the two had agreed or proposed about the same work before. */
const earlier = (ctx: Ctx, row: DelegationRow) =>
  ctx.db
    .selectFrom('teamwork_delegations')
    .select(['id', 'work'])
    .where('person_id', '=', row.person_id)
    .where('leader_id', '=', row.leader_id)
    .where('ended_on', 'is', null)
    .where('id', '<>', row.id)
    .execute()

export async function agreeDelegation(ctx: Ctx, { id, version }: In<typeof teamwork.agreeDelegation>) {
  const row = await requireOurs(ctx, id, version)
  if (isMe(ctx, row.proposed_by_id)) throw conflict('You proposed it; the other of you agrees.')
  if (row.agreed_on || row.ended_on) throw conflict('It is not open to be agreed on any more.')
  const today = await todayOf(ctx)

  for (const one of await earlier(ctx, row))
    if (one.work.toLowerCase() === row.work.toLowerCase())
      await ctx.update('teamwork_delegations', one.id, { ended_on: today })
  const after = await ctx.update('teamwork_delegations', id, { agreed_on: today, version: version + 1 })
  await ctx.record(events.delegated, id, minutes(row, 'agreed on'))

  return toDelegation(ctx, after ?? row, today)
}

export async function lookAtDelegation(ctx: Ctx, { id, version }: In<typeof teamwork.lookAtDelegation>) {
  const row = await requireOurs(ctx, id, version)
  if (!row.agreed_on || row.ended_on) throw conflict('Only a level in force can be looked at.')
  const today = await todayOf(ctx)

  const after = await ctx.update('teamwork_delegations', id, { looked_on: today, version: version + 1 })
  await ctx.record(events.delegated, id, minutes(row, 'looked at'))

  return toDelegation(ctx, after ?? row, today)
}

export async function endDelegation(ctx: Ctx, { id, version, isEnded }: In<typeof teamwork.endDelegation>) {
  const row = await requireOurs(ctx, id, version)
  if (isEnded === (row.ended_on !== null)) throw conflict('It is so already.')
  const rivals = isEnded ? [] : await earlier(ctx, row)
  if (rivals.some((one) => one.work.toLowerCase() === row.work.toLowerCase()))
    throw conflict('Another level for this work is open between you by now. End that one first.')
  const today = await todayOf(ctx)

  const ended_on = isEnded ? today : null
  const after = await ctx.update('teamwork_delegations', id, { ended_on, version: version + 1 })
  await ctx.record(events.delegated, id, minutes(row, isEnded ? 'ended' : 'took up again'))

  return toDelegation(ctx, after ?? row, today)
}
