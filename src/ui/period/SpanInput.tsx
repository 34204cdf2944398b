import { useState } from 'react'
import type { CustomControl } from '../form/fields.ts'
import { Select } from '../parts/Select.tsx'
import { useOrganisation } from '../port/Ports.tsx'
import { DateInput } from './DateRange.tsx'
import type { Span } from './fiscal.ts'
import { spanLabel } from './period.ts'

/** A span as one text: `2026-01-01..2026-03-31`. */
export const spanId = ({ startsOn, endsOn }: Span): string => `${startsOn}..${endsOn}`
const other = 'other'

/** What other days than those offered are called: `Other days`. */
type SpanInputProps = Pick<CustomControl, 'value' | 'onChange'> & { spans: Span[]; otherLabel: string }

/** One of some periods, or any two days; the value is the text of `spanId`. */
export function SpanInput({ value, onChange, spans, otherLabel }: SpanInputProps) {
  const { fiscal } = useOrganisation()
  const days = String(value ?? '')
  const [isOther, setOther] = useState(!spans.some((one) => spanId(one) === days))
  const [from = '', to = ''] = days.split('..')
  const options = [
    ...spans.map((one) => ({ value: spanId(one), label: spanLabel(one, fiscal) })),
    { value: other, label: otherLabel },
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
