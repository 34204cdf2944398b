import type { Format } from '../../../engine/format.ts'
import { saveTable } from '../../../ui/format/save.ts'
import type { Step } from './counted.ts'

/** The funnel as a table for a spreadsheet. */
export function saveSteps(format: Format, steps: Step[]): void {
  const heading = [
    'stage',
    'reached',
    'put_in',
    'from_previous',
    'low95',
    'high95',
    'from_first',
    'median_days_from_first',
    'median_days',
    'p85_days',
    'left_here',
    'open',
  ]
  const rows = steps.map((one) => [
    one.name,
    one.reached,
    one.imputed,
    one.fromPrevious,
    one.fromPreviousInterval?.[0],
    one.fromPreviousInterval?.[1],
    one.fromFirst,
    one.medianFromFirst,
    one.medianDays,
    one.p85Days,
    one.leaked,
    one.open,
  ])
  void saveTable(format, 'funnel', { heading, rows })
}
