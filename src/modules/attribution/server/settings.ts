import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { rebuildFigures } from '../../imports/server/index.ts'
import { attribution, type Settings } from '../contract.ts'
import { defaultSettings, whyNotSettings } from '../rules.ts'
import './tables.ts'

type Kept = {
  version: number
  settings: Settings
  reason: string
  by: string | null
  changedAt: string | null
}

const first: Kept = {
  version: 0,
  settings: defaultSettings,
  reason: 'What Fullscore begins with',
  by: null,
  changedAt: null,
}

async function versions(db: Reader | Database): Promise<Kept[]> {
  const rows = await db.selectFrom('attribution_settings').selectAll().orderBy('version', 'desc').execute()
  const kept = rows.map((row) => ({
    version: row.version,
    settings: { ...defaultSettings, ...row.settings },
    reason: row.reason,
    by: row.changed_by,
    changedAt: row.changed_at.toISOString(),
  }))
  return [...kept, first]
}

/** How sales are attributed now. */
export const currentSettings = async (db: Reader | Database): Promise<Kept> => (await versions(db))[0] as Kept

export async function settings(ctx: Ctx) {
  const all = await versions(ctx.db)
  return { current: all[0] as Kept, versions: all }
}

export async function changeSettings(
  ctx: Ctx,
  { settings: wanted, reason, version }: In<typeof attribution.changeSettings>,
) {
  const now = await currentSettings(ctx.db)

  if (now.version !== version)
    throw conflict(
      'Somebody changed how sales are attributed since you opened this page. Load it again and repeat your change.',
    )
  const objection = whyNotSettings(wanted)
  if (objection) throw invalid(objection)

  const row = {
    id: ctx.id('ats'),
    version: version + 1,
    settings: JSON.stringify(wanted),
    reason,
    changed_at: ctx.now,
    changed_by: ctx.actor.name,
  }
  await ctx.insert('attribution_settings', row)
  await ctx.record(attribution.events.settingsChanged, 'settings', { version: row.version, reason })
  ctx.enqueue(rebuildFigures, {})

  return {
    version: row.version,
    settings: wanted,
    reason,
    by: row.changed_by,
    changedAt: ctx.now.toISOString(),
  }
}
