import { useRef } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { toast } from '../../../ui/parts/Toast.tsx'
import type { RankedLine } from '../contract.ts'
import { usePutsHere } from './here.ts'

type Deeds = { onMove: ((line: RankedLine) => void) | undefined }

/** `j` and `k` go through the ranking, Enter opens a score, `o` puts the item elsewhere. */
export function useRankKeys(lines: readonly RankedLine[], { onMove }: Deeds) {
  const list = useRef<HTMLOListElement>(null)
  const scores = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-rank]') ?? [])]
  const step = (by: number) => {
    const all = scores()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))
    all[next]?.focus()
  }
  const moveFocused = () => {
    const id = (document.activeElement as HTMLElement | null)?.dataset.rank
    const line = lines.find((one) => one.id === id)
    if (line) onMove?.(line)
    else toast('Go to a score with j and k first', { tone: 'info' })
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  usePutsHere(moveFocused, Boolean(onMove))
  return list
}
