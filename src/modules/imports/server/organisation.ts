import type { Database, Reader } from '../../../kernel/db/database.ts'
import type { FiscalCalendar } from '../../../methods/fiscal.ts'
import { settings } from '../../identity/server/index.ts'

export type Organisation = { zone: string; currency: string; calendar: FiscalCalendar }

/** Zone, currency and calendar of the organisation, for reading and bucketing times and amounts. */
export async function organisation(db: Reader | Database): Promise<Organisation> {
  const { timeZone, currency, fiscalStartMonth, weekStart, fiscalPattern } = await settings(db)
  const pattern = fiscalPattern as FiscalCalendar['pattern']
  return { zone: timeZone, currency, calendar: { startMonth: fiscalStartMonth, weekStart, pattern } }
}
