import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Reader } from '../../../kernel/db/database.ts'
import { conflict } from '../../../kernel/errors.ts'
import { identity, type Settings } from '../contract.ts'
import { defaultSettings } from '../rules.ts'

/** The organisation's currency, time zone and calendar; sensible ones before it exists. */
export async function settings(db: Reader): Promise<Settings> {
  const row = await db.selectFrom('identity_organisation').selectAll().executeTakeFirst()
  if (!row) return defaultSettings
  return {
    name: row.name,
    currency: row.currency,
    timeZone: row.time_zone,
    fiscalStartMonth: row.fiscal_start_month,
    weekStart: row.week_start,
    fiscalPattern: row.fiscal_pattern as Settings['fiscalPattern'],
  }
}

const toRow = (all: Settings) => ({
  name: all.name,
  currency: all.currency,
  time_zone: all.timeZone,
  fiscal_start_month: all.fiscalStartMonth,
  week_start: all.weekStart,
  fiscal_pattern: all.fiscalPattern,
})

export async function found(ctx: Ctx, organisation: Settings): Promise<void> {
  await ctx.insert('identity_organisation', {
    id: 'organisation',
    founded_at: ctx.now,
    ...toRow(organisation),
  })
  await ctx.record(identity.events.organisationFounded, 'organisation', { name: organisation.name })
}

export async function changeSettings(ctx: Ctx, given: In<typeof identity.changeSettings>) {
  const all = { ...(await settings(ctx.db)), ...given }

  const changed = await ctx.update('identity_organisation', 'organisation', toRow(all))
  if (!changed) throw conflict('Create the organisation first.')
  await ctx.record(identity.events.settingsChanged, 'organisation', {})

  return all
}
