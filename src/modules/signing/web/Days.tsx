import { useState } from 'react'
import type { CustomControl } from '../../../ui/form/fields.ts'
import { Select } from '../../../ui/parts/Select.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import type { FiscalCalendar, Span } from '../../../ui/period/fiscal.ts'
import { readPeriod, shifted, spanLabel } from '../../../ui/period/period.ts'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'

const idOf = ({ startsOn, endsOn }: Span): string => `${startsOn}..${endsOn}`
const other = 'other'
const quartersBack = 6

export const lastQuarter = (today: string, calendar: FiscalCalendar): string =>
  idOf(readPeriod('last-quarter', today, calendar))

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
  const days = String(value ?? '')
  const [isOther, setOther] = useState(!spans.some((one) => idOf(one) === days))
  const [from = '', to = ''] = days.split('..')
  const options = [
    ...spans.map((one) => ({ value: idOf(one), label: spanLabel(one, fiscal) })),
    { value: other, label: 'Other days' },
  ]
  const choose = (id: string) => {
    setOther(id === other)
    if (id !== other) onChange(id)
  }
  return (
    <div className="flex flex-col gap-2">
      <Select label="Period" value={isOther ? other : days} options={options} onChange={choose} />
      {isOther && (
        <div className="grid grid-cols-2 gap-2">
          <DateInput label="First day" value={from} onChange={(day) => onChange(`${day}..${to}`)} />
          <DateInput label="Last day" value={to} onChange={(day) => onChange(`${from}..${day}`)} />
        </div>
      )}
    </div>
  )
}
