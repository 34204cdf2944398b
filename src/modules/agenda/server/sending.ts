import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { askerOf, readDirectory, sendMail, settings } from '../../identity/server/index.ts'
import { agenda } from '../contract.ts'
import { letterOf, occasionOf } from '../rules.ts'
import { spanOf, stopPass } from './digest.ts'
import { gather } from './gather.ts'

const mostTries = 3

/** Letters whose hour has come. Without a mail server none goes out: the page shows what it would hold. */
export const sendDigests = job<Record<string, never>>(
  'agenda.sendDigests',
  async (app) => {
    if (!app.config.smtpUrl) return
    const { timeZone } = await settings(app.db)
    for (const row of await chosen(app)) {
      if (app.jobs.isStopping) return
      const zone = row.time_zone ?? timeZone
      const occasion = occasionOf({ ...row, changedAt: row.changed_at }, zone, app.clock())
      const id = occasion && (await claim(app, row.person_id, occasion))
      if (id) await deliver(app, { id, personId: row.person_id, email: row.email, rhythm: row.rhythm, zone })
    }
  },
  { every: '*/5 * * * *' },
)

/** Who chose a rhythm and has access. */
async function chosen(app: App) {
  const { rows } = await readDirectory(app.db)
  const all = await app.db.selectFrom('agenda_digests').selectAll().where('rhythm', '!=', 'off').execute()
  return all.flatMap((one) => {
    const person = rows.get(one.person_id)
    if (!person?.joined_at || person.disabled_at) return []
    return [{ ...one, email: person.email, time_zone: person.time_zone }]
  })
}

/**
 * Written down before anything goes out, in one statement: of two that look at once one gets it, and what a crash
 * interrupts is not sent a second time. A letter that the mail server refused is tried three times.
 */
async function claim(app: App, personId: string, occasion: string): Promise<string | null> {
  const at = app.clock()
  const id = `ltr_${personId}_${occasion.replace(' ', '_')}`
  const row = { id, person_id: personId, occasion, state: 'sending' as const, tries: 1, reason: '', at }
  const done = await app.db
    .insertInto('agenda_letters')
    .values(row)
    .onConflict((on) =>
      on
        .columns(['person_id', 'occasion'])
        .doUpdateSet((e) => ({ state: 'sending' as const, tries: e('agenda_letters.tries', '+', 1), at }))
        .where('agenda_letters.state', '=', 'failed')
        .where('agenda_letters.tries', '<', mostTries),
    )
    .returning('id')
    .executeTakeFirst()
  return done?.id ?? null
}

type Delivery = {
  id: string
  personId: string
  email: string
  rhythm: 'off' | 'daily' | 'weekly'
  zone: string
}

async function deliver(app: App, { id, personId, email, rhythm, zone }: Delivery): Promise<void> {
  try {
    const now = app.clock()
    const span = spanOf(rhythm, zone, now)
    const asker = await askerOf(app, personId)
    const sections = asker ? await gather(asker, span) : []
    if (sections.length === 0) return await settle(app, id, 'empty', '')
    const url = app.config.publicUrl.replace(/\/$/, '')
    const stopUrl = `${url}/digest/stop/${await stopPass(app.db, personId, now)}`
    const { name: organisation } = await settings(app.db)
    const letter = letterOf(sections, { organisation, day: span.today, url, stopUrl })
    await send(app, { to: email, stopUrl, ...letter })
  } catch (error) {
    app.log.warn({ error: String(error) }, 'a digest could not be sent')
    const isRefused = error instanceof MailRefused
    return settle(
      app,
      id,
      'failed',
      isRefused ? 'The mail server did not take it.' : 'It could not be put together.',
    )
  }
  await settle(app, id, 'sent', '')
}

class MailRefused extends Error {}

const send = (app: App, mail: Parameters<typeof sendMail>[1]): Promise<void> =>
  sendMail(app, mail).catch((error: unknown) => {
    throw new MailRefused(String(error))
  })

const events = {
  sent: agenda.events.digestSent,
  empty: agenda.events.digestPrepared,
  failed: agenda.events.digestFailed,
}

const settle = (app: App, id: string, state: keyof typeof events, reason: string): Promise<void> =>
  retrying(() =>
    transact(app, { actor: system('agenda'), via: 'job' }, 'a digest', async (ctx) => {
      await ctx.update('agenda_letters', id, { state, reason, at: ctx.now })
      await ctx.record(events[state], id, {})
    }),
  )
