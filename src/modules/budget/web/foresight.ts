import type { WebRoute } from '../../../ui/module.ts'
import { question } from '../../../ui/query.ts'
import { budget } from '../contract.ts'

/** A large budget takes a while to be read: it is asked for before the page is there. */
export const foresee: NonNullable<WebRoute['foresee']> = async ({ search: { year } }, ask) =>
  ask(question(budget.sheet, year ? { year } : {}))
