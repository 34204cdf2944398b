import { useEffect, useMemo, useRef, useState } from 'react'
import type { Item } from '../../contract.ts'

/** What is ticked, edited, opened, and which card the keys are on; a card that moves keeps the focus. */
export function useBoardState(items: readonly Item[]) {
  const region = useRef<HTMLDivElement>(null)
  const active = useRef<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [editedId, setEditedId] = useState<string | null>(null)
  const [addingIn, setAddingIn] = useState<string | null>(null)
  const [deedsFor, setDeedsFor] = useState<string | null>(null)
  const sets = useRef({ key: '', set: new Set<string>() })

  useEffect(() => {
    if (active.current === null || document.activeElement !== document.body || editedId) return
    const card = region.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(active.current)}"]`)
    card?.focus({ preventScroll: true })
  })
  const tickedItems = useMemo(() => items.filter((one) => ticked.has(one.id)), [items, ticked])
  const current = () => items.find((one) => one.id === active.current)
  const chosen = (): Item[] => {
    if (tickedItems.length > 0) return tickedItems
    const one = current()
    return one ? [one] : []
  }
  const tick = (id: string) =>
    setTicked((old) => {
      const next = new Set(old)
      if (!next.delete(id)) next.add(id)
      return next
    })
  /** The same set while the ids are the same. */
  const setOf = (ids: readonly string[]): ReadonlySet<string> => {
    const key = ids.join()
    if (sets.current.key !== key) sets.current = { key, set: new Set(ids) }
    return sets.current.set
  }
  return {
    ...{ region, active, ticked, tickedItems, current, chosen, tick, setOf },
    clear: () => setTicked(new Set()),
    ...{ editedId, setEditedId, addingIn, setAddingIn, deedsFor, setDeedsFor },
  }
}

export type BoardState = ReturnType<typeof useBoardState>
