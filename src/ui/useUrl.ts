import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

type Search = Record<string, string | undefined>

/** All of the URL's search parameters, as plain text. */
export const useSearchParams = () => useSearch({ strict: false }) as Search

/** One search parameter as state; the fallback is left out of the URL. Replaces, so that Back leaves the page. */
export function useUrl(name: string, fallback = ''): [value: string, set: (value: string) => void] {
  const search = useSearchParams()
  const set = useUrlPatch()
  const write = useCallback(
    (value: string) => set({ [name]: value === fallback ? undefined : value }),
    [set, name, fallback],
  )
  return [search[name] ?? fallback, write]
}

/** Sets several parameters at once; `undefined` removes one. */
export function useUrlPatch(): (patch: Search) => void {
  const navigate = useNavigate()
  return useCallback(
    (patch) => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: ((old: Search) => ({ ...old, ...patch })) as never,
      })
    },
    [navigate],
  )
}
