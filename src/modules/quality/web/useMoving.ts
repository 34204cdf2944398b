import { useRef } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'

/** `j` and `k` move the focus from card to card. */
export function useMoving() {
  const list = useRef<HTMLUListElement>(null)
  const move = (by: 1 | -1) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
    const at = cards.findIndex((card) => card.contains(document.activeElement))
    cards[Math.max(0, Math.min(cards.length - 1, at + by))]?.focus()
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
  return list
}
