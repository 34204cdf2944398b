import type { CustomControl } from '../../../ui/form/fields.ts'
import { readPeriod, shifted } from '../../../ui/period/period.ts'
import { SpanInput } from '../../../ui/period/SpanInput.tsx'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'

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
  return <SpanInput {...{ value, onChange, spans }} otherLabel="Other months" />
}
