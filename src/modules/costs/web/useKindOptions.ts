import { useCan } from '../../../ui/port/Ports.tsx'
import { costs } from '../contract.ts'
import { kindsFor, kindTitles } from '../rules.ts'

/** The kinds of cost that the reader may choose from; what people cost is not everybody's. */
export function useKindOptions() {
  const can = useCan()
  return kindsFor(can(costs.people.access)).map((value) => ({ value, label: kindTitles[value] }))
}
