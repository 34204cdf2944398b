import type { ComponentType } from 'react'

type Slot = { all: ComponentType[]; add: (part: ComponentType) => void }
const slot = (): Slot => {
  const all: ComponentType[] = []
  return { all, add: (part) => void all.push(part) }
}

/** Other ways to begin, beside creating an organisation: a later module adds its card from its `web/index.ts`. */
export const welcomeSlot = slot()
/** Cards below what needs you on the home page. */
export const homeSlot = slot()
