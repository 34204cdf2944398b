import { slot } from '../../../ui/slot.ts'

/** Other ways to begin, beside creating an organisation: a later module adds its card from its `web/index.ts`. */
export const welcomeSlot = slot()
/** Cards below what needs you on the home page. */
export const homeSlot = slot()
/** Buttons of a person’s page; of the account page, for oneself. */
export const personSlot = slot<{ personId: string }>()
/** Cards on the page of a person. */
export const personCardSlot = slot<{ id: string }>()
