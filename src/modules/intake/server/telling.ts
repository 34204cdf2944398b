import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { job } from '../../../kernel/module.ts'
import { transact } from '../../../kernel/perform.ts'
import { installation, sendMail, settings } from '../../identity/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf, stageInWords } from '../rules.ts'
import { enter } from './entries.ts'
import { wordsOf } from './filing.ts'
import { pathOf } from './passes.ts'
import type { RequestRow } from './tables.ts'

const patience = 60_000

/** Tell those who asked for it by e-mail how their request stands; what is undone within a minute is never told. */
export const tellAskers = job<Record<string, never>>(
  'intake.tellAskers',
  async (app) => {
    if (!app.config.smtpUrl) return
    const due = await app.db
      .selectFrom('intake_requests')
      .selectAll()
      .where('untold_since', '<', new Date(app.clock().getTime() - patience))
      .orderBy('untold_since')
      .limit(50)
      .execute()
    for (const row of due) await tell(app, row).catch((error) => giveUp(app, row, error))
  },
  { every: '* * * * *' },
)

const call = { actor: system('intake'), via: 'job' }

/** Sent before it is noted: twice rather than never. */
async function tell(app: App, row: RequestRow): Promise<void> {
  const path = await transact(app, call, 'a link', (ctx) => pathOf(ctx, row))
  const { name } = await settings(app.db)
  const base = app.services.use(installation).publicUrl
  // Nothing that the asker typed goes out: nobody can make us write to others.
  const words = [wordsOf(row), stageInWords(row.stage_kind) ?? '', `${base}${path}`].filter(Boolean)
  await sendMail(app, {
    to: row.email,
    subject: `${nameOf(row.number)} at ${name.replace(/[\r\n]/g, ' ')}`,
    text: `${words.join('\n\n')}\n`,
  })
  await transact(app, call, 'a notice', (ctx) => noted(ctx, row))
}

const isAsTold = (row: RequestRow, now: RequestRow): boolean =>
  row.version === now.version && row.due_on === now.due_on && row.stage_kind === now.stage_kind

/** What came about while the mail went out is told with the next. */
async function noted(ctx: Ctx, row: RequestRow): Promise<void> {
  const now = await ctx.db
    .selectFrom('intake_requests')
    .selectAll()
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  await ctx.update('intake_requests', row.id, { untold_since: isAsTold(row, now) ? null : ctx.now })
  await ctx.record(intake.events.told, row.id, { request: nameOf(row.number) })
}

type Refusal = { command?: string; responseCode?: number }

/** One address that takes no mail keeps nobody else from theirs; without a mail server nobody is told. */
async function giveUp(app: App, row: RequestRow, error: Refusal): Promise<void> {
  if (error.command !== 'RCPT TO') throw error
  app.log.warn({ request: nameOf(row.number), error: String(error) }, 'a requester could not be told')
  if ((error.responseCode ?? 0) < 500) return
  await transact(app, call, 'an address without mail', async (ctx) => {
    const said = { kind: 'not-told', words: `${row.email} takes no mail: nothing more is sent there.` }
    await ctx.update('intake_requests', row.id, { untold_since: null, wants_mail: false })
    await enter(ctx, row, { ...said, isShown: false }, row.version)
    await ctx.record(intake.events.notTold, row.id, { request: nameOf(row.number) })
  })
}
