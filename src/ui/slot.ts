import type { ComponentType } from 'react'

export type Slot<Props> = { all: ComponentType<Props>[]; add: (part: ComponentType<Props>) => void }

/** A place on a page that later modules fill from their `web/index.ts`. */
export function slot<Props = object>(): Slot<Props> {
  const all: ComponentType<Props>[] = []
  return { all, add: (part) => void all.push(part) }
}
