import { type KeyboardEvent, useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import type { MetricShown } from '../../metrics/contract.ts'
import type { Tile } from '../contract.ts'
import { TileView } from './TileView.tsx'
import type { UseTiles } from './useTiles.ts'

type TilesProps = {
  hand: UseTiles
  items: MetricShown[]
  mayChange: boolean
  onEdit: (tile: Tile) => void
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** Tiles in order, moved by dragging, by Alt with an arrow key, or from their menus. */
export function Tiles({ hand, items, mayChange, onEdit }: TilesProps) {
  const { dragged, handlersOf } = useDragging(hand)
  const onKeyDown = (tile: Tile) => (event: KeyboardEvent) => {
    const by = event.altKey ? steps[event.key] : undefined
    if (!by || !mayChange) return
    event.preventDefault()
    hand.move(tile, by)
  }
  return (
    <ul className="grid grid-cols-4 gap-(--gap) max-[1100px]:grid-cols-2 narrow:gap-2">
      {hand.tiles.map((tile) => (
        <li
          key={tile.id}
          className={cx(
            'grid min-w-0',
            tile.size === 2 && 'col-span-2',
            tile.view !== 'figure' && 'narrow:col-span-2',
            dragged === tile.id && 'opacity-50',
          )}
          onKeyDown={onKeyDown(tile)}
          {...(mayChange ? handlersOf(tile) : {})}
        >
          <TileView
            tile={tile}
            metric={items.find((one) => one.id === tile.metric)}
            deeds={
              mayChange
                ? {
                    edit: () => onEdit(tile),
                    move: (by) => hand.move(tile, by),
                    resize: () => hand.resize(tile),
                    remove: () => hand.remove(tile),
                  }
                : null
            }
          />
        </li>
      ))}
    </ul>
  )
}

/** A tile is dropped on the one whose place it takes. */
function useDragging({ tiles, move }: UseTiles) {
  const [dragged, setDragged] = useState<string | null>(null)
  const placeOf = (id: string | null) => tiles.findIndex((one) => one.id === id)
  const handlersOf = (tile: Tile) => ({
    draggable: true,
    onDragStart: () => setDragged(tile.id),
    onDragEnd: () => setDragged(null),
    onDragOver: (event: React.DragEvent) => {
      if (dragged) event.preventDefault()
    },
    onDrop: (event: React.DragEvent) => {
      const one = tiles[placeOf(dragged)]
      if (!one) return
      event.preventDefault()
      move(one, placeOf(tile.id) - placeOf(one.id))
    },
  })
  return { dragged, handlersOf }
}
