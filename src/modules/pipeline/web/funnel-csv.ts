import { csv } from '../../../engine/csv.ts'
import { saveFile } from '../../../ui/format/save.ts'
import type { Step } from './counted.ts'

/** The funnel as a table for a spreadsheet. */
export function saveSteps(steps: Step[]): void {
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
  const lines = steps.map((one) => [
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
  saveFile('funnel.csv', csv(heading, lines))
}
