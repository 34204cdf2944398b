import { useEffect, useSyncExternalStore } from 'react'

export type Crumb = { title: string; path?: string }
export type Here = { title: string; crumbs: Crumb[]; hasPeriod: boolean }

let here: Here | null = null
const listeners = new Set<() => void>()

function tell(next: Here | null): void {
  here = next
  for (const listener of listeners) listener()
}

/** A page says where one is; the top bar prints it. */
export function useSayHere(next: Here): void {
  const { title, hasPeriod } = next
  const trail = JSON.stringify(next.crumbs)
  useEffect(() => {
    tell({ title, hasPeriod, crumbs: JSON.parse(trail) as Crumb[] })
    document.title = `${title} · Fullscore`
    return () => tell(null)
  }, [title, hasPeriod, trail])
}

export function useHere(): Here | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => here,
    () => null,
  )
}
