import { literal } from '../../../engine/ingest/index.ts'

/**
 * SQL that is true of an advertising row `d` at the first of these levels of detail that its platform, account and days
 * were exported at; the rows of the others would count the same again. A row without an account may repeat any
 * account's, so it shares its level with all of them.
 */
export function atFirstLevel(order: readonly string[]): string {
  const rank = `coalesce(list_position([${order.map(literal).join(', ')}], d.level), 99)`
  const time = 'd.platform, d.day, coalesce(d.last_day, d.day)'
  const unnamed = `min(${rank}) filter (where d.account is null) over (partition by ${time})`
  return `${rank} = case when d.account is null then min(${rank}) over (partition by ${time})
    else least(min(${rank}) over (partition by ${time}, d.account), ${unnamed}) end`
}
