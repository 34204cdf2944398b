import { useState } from 'react'
import type { CustomControl } from '../../../ui/form/fields.ts'
import { Select } from '../../../ui/parts/Select.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import type { Span } from '../../../ui/period/fiscal.ts'
import { readPeriod, shifted, spanLabel } from '../../../ui/period/period.ts'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'

const idOf = ({ startsOn, endsOn }: Span): string => `${startsOn}..${endsOn}`
const other = 'other'

/** A fiscal year or quarter from now on, or other whole months; the value is `2026-01-01..2026-12-31`. */
export function Months({ value, onChange }: CustomControl) {
  const { fiscal, timeZone } = useOrganisation()
  const today = todayIn(timeZone)
  const year = readPeriod('this-year', today, fiscal)
  const quarter = readPeriod('this-quarter', today, fiscal)
  const spans = [
    year,
    shifted(year, 1, fiscal),
    quarter,
    shifted(quarter, 1, fiscal),
    shifted(shifted(quarter, 1, fiscal), 1, fiscal),
  ]
  const days = String(value ?? '')
  const [isOther, setOther] = useState(!spans.some((one) => idOf(one) === days))
  const [from = '', to = ''] = days.split('..')
  const options = [
    ...spans.map((one) => ({ value: idOf(one), label: spanLabel(one, fiscal) })),
    { value: other, label: 'Other months' },
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
