import type { Foresight } from '../../../ui/module.ts'
import { budget } from '../contract.ts'

/** A large budget takes a while to be read: it is asked for before the page is there. */
export function foresee({ year }: Record<string, string>, ask: Foresight): void {
  ask(budget.sheet, year ? { year } : {})
}
