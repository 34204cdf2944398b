const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const pad = (n: number) => String(n).padStart(2, '0')

const eitherWay = /^(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}/

/** How days with slashes are written in one file: settled by a day above 12, else as asked for. */
export type DayOrder = 'day-first' | 'month-first'

/** The order that the texts of a column prove, or null where none does. */
export function orderOf(texts: readonly string[]): DayOrder | null {
  for (const text of texts) {
    const found = eitherWay.exec(text.trim())
    if (found && Number(found[1]) > 12) return 'day-first'
    if (found && Number(found[2]) > 12) return 'month-first'
  }
  return null
}

/** The first text that is another day in either order. */
export function openDayIn(texts: readonly string[]): string | null {
  const isOpen = (text: string) => {
    const [, first, second] = eitherWay.exec(text) ?? []
    return first !== undefined && Number(first) !== Number(second)
  }
  return texts.map((text) => text.trim()).find(isOpen) ?? null
}

function built(year: number, month: number, day: number): string | null {
  const whole = year < 100 ? 2000 + year : year
  const text = `${whole}-${pad(month)}-${pad(day)}`
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.getUTCMonth() + 1 === month && at.getUTCDate() === day
    ? text
    : null
}

/**
 * The calendar day that a cell says, as YYYY-MM-DD; null where it says none. Reads ISO, `12/Mar/24`, `Mar 12, 2024`,
 * `12 March 2024`, and days with slashes or points in the order given.
 */
export function dayIn(text: string, order: DayOrder = 'day-first'): string | null {
  const said = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(said)
  if (iso) return built(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const named = /^(\d{1,2})[\s/.-]+([a-z]{3})[a-z]*\.?[\s/.,-]+(\d{2,4})/i.exec(said)
  if (named) return built(Number(named[3]), months.indexOf(named[2]!.toLowerCase()) + 1, Number(named[1]))
  const american = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/i.exec(said)
  if (american)
    return built(Number(american[3]), months.indexOf(american[1]!.toLowerCase()) + 1, Number(american[2]))
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})/.exec(said)
  if (!slashed) return null
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])]
  return order === 'day-first' ? built(year, second, first) : built(year, first, second)
}

/** The moment that a cell says, in UTC; a clock time without a zone is taken as UTC. Null where it says none. */
export function momentIn(text: string, order: DayOrder = 'day-first'): string | null {
  const said = text.trim()
  if (/^\d{4}-\d{2}-\d{2}T/.test(said)) {
    const at = new Date(/Z$|[+-]\d{2}:?\d{2}$/.test(said) ? said : `${said}Z`)
    return Number.isNaN(at.getTime()) ? null : at.toISOString()
  }
  const day = dayIn(said, order)
  if (!day) return null
  const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*$/i.exec(said)
  if (!clock) return `${day}T00:00:00.000Z`
  const half = clock[4]?.toLowerCase()
  const hour = (Number(clock[1]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0)
  const at = new Date(`${day}T${pad(hour)}:${clock[2]}:${clock[3] ?? '00'}Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Hours or durations (`3`, `2.5 h`, `1d 4h`, `90m`, `7200 s`) as minutes; `unit` is that of a bare number. */
export function minutesIn(text: string, unit: 'hours' | 'minutes' | 'seconds' = 'hours'): number | null {
  const said = text.trim().toLowerCase().replace(',', '.')
  if (said === '') return null
  const factor = { seconds: 1 / 60, minutes: 1, hours: 60 }
  if (/^\d+(\.\d+)?$/.test(said)) return Math.round(Number(said) * factor[unit])
  const parts = [...said.matchAll(/(\d+(?:\.\d+)?)\s*(w|d|h|m|s)/g)]
  if (parts.length === 0) return null
  const by: Record<string, number> = { w: 2400, d: 480, h: 60, m: 1, s: 1 / 60 }
  return Math.round(parts.reduce((sum, [, many, of]) => sum + Number(many) * by[of!]!, 0))
}
