import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { makePass, requirePass } from '../../../kernel/passes.ts'
import { dayIn } from '../../../methods/days.ts'
import { type Asker, installation, requirePerson, settings } from '../../identity/server/index.ts'
import { agenda, type Choice } from '../contract.ts'
import { nextOf } from '../rules.ts'
import { requireAsker } from './feeds.ts'
import { gather } from './gather.ts'
import type { DigestRow } from './tables.ts'

const usual: Choice = { rhythm: 'off', hour: 8, weekday: 1 }
const purpose = 'agenda.digest'
const passDays = 90
const day = 86_400_000

const choiceOf = async (db: Reader | Database, personId: string): Promise<DigestRow | undefined> =>
  db.selectFrom('agenda_digests').selectAll().where('person_id', '=', personId).executeTakeFirst()

export const spanOf = (rhythm: Choice['rhythm'], zone: string, now: Date) => {
  const days = rhythm === 'weekly' ? 7 : 1
  return {
    today: dayIn(zone, now),
    since: new Date(now.getTime() - days * day),
    dueWithin: days === 7 ? 14 : 7,
  }
}

async function shown(ctx: Ctx, asker: Asker & { personId: string }) {
  const { personId } = asker
  const row = await choiceOf(ctx.db, personId)
  const { rhythm, hour, weekday } = row ?? usual
  const person = await requirePerson(ctx, personId)
  const timeZone = person.time_zone ?? (await settings(ctx.db)).timeZone
  const past = await ctx.db
    .selectFrom('agenda_letters')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .limit(10)
    .execute()
  return {
    ...{ choice: { rhythm, hour, weekday }, timeZone, address: person.email },
    sendsMail: ctx.use(installation).sendsMail,
    nextAt: nextOf({ rhythm, hour, weekday }, timeZone, ctx.now)?.toISOString() ?? null,
    sections: await gather(asker, spanOf(rhythm, timeZone, ctx.now)),
    past: past.map(({ occasion, state, at, reason }) => ({ occasion, state, at: at.toISOString(), reason })),
  }
}

export const digest = async (ctx: Ctx) => shown(ctx, await requireAsker(ctx))

export async function chooseDigest(ctx: Ctx, choice: In<typeof agenda.chooseDigest>) {
  const asker = await requireAsker(ctx)
  const before = await choiceOf(ctx.db, asker.personId)

  const last = choice.rhythm === 'off' ? (before?.last_rhythm ?? 'daily') : choice.rhythm
  const row = { ...choice, last_rhythm: last, changed_at: ctx.now }
  if (before) await ctx.update('agenda_digests', { person_id: asker.personId }, row)
  else await ctx.insert('agenda_digests', { person_id: asker.personId, ...row })
  await ctx.record(agenda.events.digestChosen, asker.personId, { rhythm: choice.rhythm })

  return shown(ctx, asker)
}

/** What stands in every letter; it opens the rhythm of one person and nothing else. */
export const stopPass = (db: Reader | Database, personId: string, now: Date): Promise<string> =>
  makePass(db, {
    ...{ purpose, subject: personId, version: 1 },
    expiresAt: new Date(now.getTime() + passDays * day),
  })

async function requireChoice(ctx: Ctx, pass: string): Promise<DigestRow & { name: string }> {
  const versionOf = async (id: string) => ((await choiceOf(ctx.db, id)) ? 1 : null)
  const personId = await requirePass(ctx.db, pass, { purpose, now: ctx.now, versionOf })
  const { name } = await requirePerson(ctx, personId)
  return { ...(await choiceOf(ctx.db, personId))!, name }
}

export async function stopDigest(ctx: Ctx, { pass }: In<typeof agenda.stopDigest>) {
  const row = await requireChoice(ctx, pass)
  if (row.rhythm === 'off') return { rhythm: 'off' }

  await ctx.update('agenda_digests', { person_id: row.person_id }, { rhythm: 'off', changed_at: ctx.now })
  await ctx.record(agenda.events.digestStopped, row.person_id, { name: row.name })
  return { rhythm: 'off' }
}

export async function resumeDigest(ctx: Ctx, { pass }: In<typeof agenda.resumeDigest>) {
  const row = await requireChoice(ctx, pass)
  if (row.rhythm !== 'off') return { rhythm: row.rhythm }

  const patch = { rhythm: row.last_rhythm, changed_at: ctx.now }
  await ctx.update('agenda_digests', { person_id: row.person_id }, patch)
  await ctx.record(agenda.events.digestResumed, row.person_id, { name: row.name })
  return { rhythm: row.last_rhythm }
}
