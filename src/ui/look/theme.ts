import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'comfortable' | 'compact'

const listeners = new Set<() => void>()
const read = (name: string) => {
  try {
    return localStorage.getItem(`fullscore.${name}`)
  } catch {
    return null
  }
}

/** Remembers a choice of this browser. */
function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`fullscore.${name}`, value)
  } catch {
    // Private windows may refuse; the choice then lasts until the page is closed.
  }
  for (const listener of listeners) listener()
}

export function useRemembered(name: string, fallback: string): [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => read(name) ?? fallback)
  return [value, (next) => remember(name, next)]
}

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)')
const shown = () => document.documentElement.dataset.theme ?? 'light'

function apply(): void {
  const theme = read('theme') ?? 'system'
  const isDark = theme === 'dark' || (theme === 'system' && darkSystem().matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  document.documentElement.dataset.density = read('density') ?? 'comfortable'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts theme and density on the page and follows the system. */
export function startTheme(): void {
  apply()
  listeners.add(apply)
  darkSystem().addEventListener('change', () => {
    for (const listener of listeners) listener()
  })
}

/** What is on the screen now, for what cannot read CSS variables. */
export const useShownTheme = () => useSyncExternalStore(subscribe, shown) as 'light' | 'dark'
