import { slot } from '../../../ui/slot.ts'

/** Other ways to begin, beside creating an organisation: a later module adds its card from its `web/index.ts`. */
export const welcomeSlot = slot()
/** Cards below what needs you on the home page. */
export const homeSlot = slot()
/** Cards on the page of a person. */
export const personSlot = slot<{ id: string }>()
