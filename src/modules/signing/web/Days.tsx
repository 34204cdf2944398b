import type { CustomControl } from '../../../ui/form/fields.ts'
import type { FiscalCalendar, Span } from '../../../ui/period/fiscal.ts'
import { readPeriod, shifted } from '../../../ui/period/period.ts'
import { SpanInput, spanId } from '../../../ui/period/SpanInput.tsx'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'

const quartersBack = 6

export const lastQuarter = (today: string, calendar: FiscalCalendar): string =>
  spanId(readPeriod('last-quarter', today, calendar))

/** The running quarter and those before it, and the fiscal years. */
function choices(today: string, calendar: FiscalCalendar): Span[] {
  const quarters: Span[] = [readPeriod('this-quarter', today, calendar)]
  while (quarters.length < quartersBack) quarters.push(shifted(quarters.at(-1) as Span, -1, calendar))
  return [...quarters, ...['this-year', 'last-year'].map((id) => readPeriod(id, today, calendar))]
}

/** A fiscal quarter or year, or any days; the value is `2026-01-01..2026-03-31`. */
export function Days({ value, onChange }: CustomControl) {
  const { fiscal, timeZone } = useOrganisation()
  const spans = choices(todayIn(timeZone), fiscal)
  return <SpanInput {...{ value, onChange, spans }} otherLabel="Other days" />
}
