import { useSyncExternalStore } from 'react'

/** What a new item begins with. */
export type Begun = { boardId?: string; stageId?: string; parentId?: string; title?: string }

let begun: Begun | null = null
const listeners = new Set<() => void>()

function set(next: Begun | null): void {
  begun = next
  for (const listener of listeners) listener()
}

/** Opens the dialog over whatever page is there. */
export const openNewItem = (with_: Begun = {}): void => set(with_)
export const closeNewItem = (): void => set(null)

export const useBegun = (): Begun | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => begun,
  )
