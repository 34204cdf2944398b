import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import { type RefObject, useEffect, useRef, useState } from 'react'

const isOurs = (data: Record<string | symbol, unknown>) => Array.isArray(data.itemIds)

/** A card that can be taken; with it go the ids that `idsOf` answers. */
export function useDraggable(
  ref: RefObject<HTMLElement | null>,
  isOn: boolean,
  idsOf: () => readonly string[],
  laneKey: string,
): boolean {
  const [isDragged, setDragged] = useState(false)
  const latest = useRef(idsOf)
  latest.current = idsOf
  useEffect(() => {
    const element = ref.current
    if (!element || !isOn) return
    return draggable({
      element,
      getInitialData: () => ({ itemIds: latest.current(), laneKey }),
      onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
        const many = (source.data.itemIds as string[]).length
        if (many > 1) setCustomNativeDragPreview({ nativeSetDragImage, render: pileOf(many) })
      },
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
  }, [ref, isOn, laneKey])
  return isDragged
}

const pileOf =
  (many: number) =>
  ({ container }: { container: HTMLElement }) => {
    const pile = document.createElement('div')
    pile.className = 'rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent'
    pile.textContent = `${many} items`
    container.append(pile)
  }

/** A cell that takes cards; `dropAt` is the place among its cards that the pointer shows, null while nothing is over it. */
export function useCell(
  ref: RefObject<HTMLElement | null>,
  isOn: boolean,
  laneKey: string,
  onDrop: (ids: string[], at: number) => void,
): number | null {
  const [dropAt, setDropAt] = useState<number | null>(null)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    const element = ref.current
    if (!element || !isOn) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => isOurs(source.data) && source.data.laneKey === laneKey,
      onDrag: ({ location }) => setDropAt(placeAt(element, location.current.input.clientY)),
      onDragLeave: () => setDropAt(null),
      onDrop: ({ source, location }) => {
        setDropAt(null)
        latest.current(source.data.itemIds as string[], placeAt(element, location.current.input.clientY))
      },
    })
  }, [ref, isOn, laneKey])
  return dropAt
}

/** How many cards of a cell have their middle above the pointer. */
function placeAt(cell: HTMLElement, y: number): number {
  let at = 0
  for (const card of cell.querySelectorAll('[data-card]')) {
    const { top, height } = card.getBoundingClientRect()
    if (top + height / 2 > y) break
    at += 1
  }
  return at
}
