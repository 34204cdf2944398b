import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { versioned } from '../../../kernel/versions.ts'
import { rebuildFigures } from '../../imports/server/index.ts'
import { attribution, type Settings } from '../contract.ts'
import { defaultSettings, whyNotSettings } from '../rules.ts'
import './tables.ts'

const kept = versioned<'settings', Settings>({
  table: 'attribution_settings',
  name: 'settings',
  prefix: 'ats',
  what: 'how sales are attributed',
  first: defaultSettings,
  firstReason: 'What Fullscore begins with',
  complete: (settings) => ({ ...defaultSettings, ...settings }),
})

/** How sales are attributed now. */
export const currentSettings = kept.current

export async function settings(ctx: Ctx) {
  const versions = await kept.all(ctx.db)
  return { current: versions[0]!, versions }
}

export async function changeSettings(
  ctx: Ctx,
  { settings: wanted, ...change }: In<typeof attribution.changeSettings>,
) {
  await kept.requireCurrent(ctx.db, change.version)
  const objection = whyNotSettings(wanted)
  if (objection) throw invalid(objection)

  const changed = await kept.keep(ctx, wanted, change)
  const { version, reason } = changed
  await ctx.record(attribution.events.settingsChanged, 'settings', { version, reason })
  ctx.enqueue(rebuildFigures, {})

  return changed
}
