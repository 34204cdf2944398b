import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useSearchParams, useUrlPatch } from '../../../../ui/useUrl.ts'
import { type Filter, filterNames } from './filter.ts'
import { type LaneKind, laneKinds } from './lay.ts'

const pause = 400

/** What is shown and how it is grouped: in this page at once, in the URL a moment later. */
export function useFilter() {
  const search = useSearchParams()
  const patch = useUrlPatch()
  const fromUrl = JSON.stringify([...filterNames, 'lanes'].map((name) => search[name] ?? ''))
  const [state, setState] = useState(() => readAll(fromUrl))
  useEffect(() => setState(readAll(fromUrl)), [fromUrl])
  useEffect(() => {
    if (JSON.stringify([...filterNames.map((name) => state.filter[name]), state.lanes ?? '']) === fromUrl)
      return
    const timer = setTimeout(() => {
      const said = Object.entries({ ...state.filter, lanes: state.lanes ?? '' })
      patch(Object.fromEntries(said.map(([name, value]) => [name, value || undefined])))
    }, pause)
    return () => clearTimeout(timer)
  }, [state, fromUrl, patch])
  const set = useMemo(
    () => (name: keyof Filter, value: string) =>
      setState((old) => ({ ...old, filter: { ...old.filter, [name]: value } })),
    [],
  )
  return {
    filter: state.filter,
    /** The cards may follow the typing a moment later. */
    shown: useDeferredValue(state.filter),
    lanes: state.lanes,
    set,
    setLanes: (lanes: LaneKind | null) => setState((old) => ({ ...old, lanes })),
    clear: () => setState((old) => ({ ...old, filter: none })),
  }
}

const none = Object.fromEntries(filterNames.map((name) => [name, ''])) as Filter

function readAll(fromUrl: string): { filter: Filter; lanes: LaneKind | null } {
  const values = JSON.parse(fromUrl) as string[]
  const filter = Object.fromEntries(filterNames.map((name, at) => [name, values[at]!])) as Filter
  const lanes = laneKinds.find((one) => one === values[filterNames.length]) ?? null
  return { filter, lanes }
}

export type Filtering = ReturnType<typeof useFilter>
