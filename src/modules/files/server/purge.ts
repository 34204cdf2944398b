import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { DoctorCheck } from '../../../kernel/doctor.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { files } from '../contract.ts'
import { keptDays } from '../rules.ts'
import { fileStore } from './store.ts'

const atOnce = 500

/** Contents that neither a version nor a draft speaks of. */
const unnamed = (ctx: Ctx) =>
  ctx.db
    .selectFrom('files_contents as content')
    .select('content.sha256')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('files_versions').select('id').whereRef('files_versions.sha256', '=', 'content.sha256'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('files_draft_files')
            .select('id')
            .whereRef('files_draft_files.sha256', '=', 'content.sha256'),
        ),
      ),
    )
    .execute()

async function forgetRemoved(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
  const gone = await ctx.db
    .selectFrom('files_records')
    .select('id')
    .where('removed_at', '<', before)
    .orderBy('removed_at')
    .limit(atOnce)
    .execute()
  for (const { id } of gone) {
    await ctx.delete('files_versions', { file_id: id })
    await ctx.delete('files_records', id)
  }
  return gone.length
}

async function forgetDrafts(ctx: Ctx): Promise<number> {
  const ended = await ctx.db
    .selectFrom('files_drafts')
    .select('id')
    .where('expires_at', '<', ctx.now)
    .limit(atOnce)
    .execute()
  for (const { id } of ended) {
    await ctx.delete('files_draft_files', { draft_id: id })
    await ctx.delete('files_drafts', id)
  }
  return ended.length
}

async function forget(ctx: Ctx): Promise<string[]> {
  const forgotten = (await forgetRemoved(ctx)) + (await forgetDrafts(ctx))
  const gone = (await unnamed(ctx)).map((row) => row.sha256)
  for (const sha256 of gone) await ctx.delete('files_contents', { sha256 })
  if (forgotten + gone.length > 0) await ctx.record(files.events.purged, 'files', {})
  return gone
}

/** What was removed a month ago, what nobody claimed, and bytes that nobody names any more. */
export const purge = job(
  'files.purge',
  async (app) => {
    const store = app.services.use(fileStore)
    await store.alone(async () => {
      const call = { actor: system('files'), via: 'job' }
      const gone = await retrying(() => transact(app, call, 'files.purge', forget))
      for (const sha256 of gone) await store.drop(sha256)
    })
  },
  { every: '40 2 * * *' },
)

/** Before the first request: bytes that a crash left without a row. */
export async function sweepAtStart(app: App): Promise<void> {
  const rows = await app.db.selectFrom('files_contents').select('sha256').execute()
  const named = new Set(rows.map((row) => row.sha256))
  const swept = await app.services.use(fileStore).sweep((sha256) => named.has(sha256))
  if (swept > 0) app.log.info({ swept }, 'files that nothing names were swept')
}

export const filesCheck: DoctorCheck = {
  name: 'files',
  async run(app) {
    const store = app.services.use(fileStore)
    const rows = await app.db.selectFrom('files_contents').select(['sha256', 'size']).execute()
    const lost = rows.filter((row) => !store.has(row.sha256))
    if (lost.length > 0)
      return {
        ok: false,
        says: `${lost.length} of ${rows.length} files are not in ${store.folder}. Bring that folder back from a backup.`,
      }
    const bytes = rows.reduce((sum, row) => sum + row.size, 0)
    return { ok: true, says: `${rows.length} files lie where they should, ${(bytes / 1e9).toFixed(2)} GB.` }
  },
}
