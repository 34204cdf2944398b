const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The period printed above a heading (`July 8, 2025 - July 31, 2025`, `# Start date: 20250701` …), as two days. */
export function periodOf(lines: string[]): { first: string; last: string } | null {
  const days = lines.flatMap(daysIn)
  if (days.length === 0) return null
  const sorted = [...days].sort()
  return { first: sorted[0]!, last: sorted.at(-1)! }
}

function daysIn(line: string): string[] {
  const named = [...line.matchAll(/\b([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b/g)].flatMap(
    ([, month, day, year]) => dayOf(year!, months.indexOf(month!.slice(0, 3).toLowerCase()) + 1, day!),
  )
  const iso = [...line.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)].flatMap(([, year, month, day]) =>
    dayOf(year!, Number(month), day!),
  )
  const packed = [...line.matchAll(/\b(20\d{2})(\d{2})(\d{2})\b/g)].flatMap(([, year, month, day]) =>
    dayOf(year!, Number(month), day!),
  )
  const slashed = [...line.matchAll(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g)].flatMap(([, month, day, year]) =>
    dayOf(year!, Number(month), day!),
  )
  return [...named, ...iso, ...packed, ...slashed]
}

function dayOf(year: string, month: number, day: string): string[] {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? [text] : []
}
