import { useCallback, useState } from 'react'

/** Which rows are ticked, and which one the keys are on. */
export function useSelection(ids: string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(-1)
  const [anchor, setAnchor] = useState(-1)

  const toggle = useCallback(
    (index: number) => {
      const id = ids[index]
      if (id === undefined) return
      setAnchor(index)
      setTicked((old) => {
        const next = new Set(old)
        if (!next.delete(id)) next.add(id)
        return next
      })
    },
    [ids],
  )
  const extend = useCallback(
    (index: number) => {
      const from = Math.max(0, Math.min(anchor < 0 ? index : anchor, index))
      const to = Math.max(anchor, index)
      setTicked((old) => new Set([...old, ...ids.slice(from, to + 1)]))
    },
    [ids, anchor],
  )
  const setAll = useCallback((isOn: boolean) => setTicked(new Set(isOn ? ids : [])), [ids])

  return { ticked, toggle, extend, setAll, active: Math.min(active, ids.length - 1), setActive }
}

export type Selection = ReturnType<typeof useSelection>
