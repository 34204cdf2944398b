import type { KeyboardEvent, RefObject } from 'react'
import { type KeyMap, useKeys } from '../../../../ui/keys/useKeys.ts'
import { type Item, priorities } from '../../contract.ts'
import { priorityNames } from '../words.ts'
import type { BoardDeeds } from './useBoardDeeds.ts'
import type { Carrying } from './useCarry.ts'

type Way = 'up' | 'down' | 'left' | 'right'

const isSeen = (element: Element) => (element as HTMLElement).checkVisibility()
const activeCard = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-card]') ?? null

/** The card that stands in a direction from one, as they are on the screen. */
function nextCard(region: HTMLElement, from: HTMLElement | null, way: Way): HTMLElement | undefined {
  const cells = [...region.querySelectorAll<HTMLElement>('[data-stage]')].filter(isSeen)
  const stages = [...new Set(cells.map((one) => one.dataset.stage!))]
  const columns = stages
    .map((stage) =>
      cells
        .filter((one) => one.dataset.stage === stage)
        .flatMap((one) => [...one.querySelectorAll<HTMLElement>('[data-card]')]),
    )
    .filter((cards) => cards.length > 0)
  const across = from ? columns.findIndex((cards) => cards.includes(from)) : -1
  if (across < 0) return columns[0]?.[0]
  const down = columns[across]!.indexOf(from!)
  if (way === 'up' || way === 'down') return columns[across]![down + (way === 'up' ? -1 : 1)]
  const beside = columns[across + (way === 'left' ? -1 : 1)]
  return beside?.[Math.min(down, beside.length - 1)]
}

export type KeyWork = {
  region: RefObject<HTMLElement | null>
  canWrite: boolean
  carry: Carrying
  deeds: BoardDeeds
  /** What is ticked, or the card the keys are on. */
  chosen: () => Item[]
  current: () => Item | undefined
  open: (item: Item) => void
  tick: (id: string) => void
  clear: () => void
  beginAdding: () => void
  beginEditing: (id: string) => void
  openDeeds: (id: string) => void
  toFilter: () => void
}

const arrows: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The keys of the board; answers what its region does with those that belong to a card alone. */
export function useBoardKeys(work: KeyWork) {
  const { carry, deeds, current, chosen } = work
  const go = (way: Way) => {
    const next = work.region.current && nextCard(work.region.current, activeCard(), way)
    next?.focus()
    next?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const step = (way: Way) => (carry.isOn ? carry.step(way) : go(way))
  const withCard = (run: (item: Item) => void) => () => {
    const item = current()
    if (item) run(item)
  }
  const leave = () => (carry.isOn ? carry.cancel() : work.clear())
  const reading: KeyMap = {
    j: () => step('down'),
    k: () => step('up'),
    h: () => step('left'),
    l: () => step('right'),
    f: work.toFilter,
    Escape: leave,
    '.': withCard((item) => work.openDeeds(item.id)),
  }
  const writing = {
    x: withCard((item) => work.tick(item.id)),
    m: () => (carry.isOn ? carry.putDown() : carry.pickUp(chosen())),
    c: work.beginAdding,
    e: withCard((item) => work.beginEditing(item.id)),
    a: () => void deeds.assignMe(chosen()),
    '#': () => void deeds.remove(chosen()),
    z: deeds.lastUndo,
    ...Object.fromEntries(
      priorities.map((priority, at) => [
        String(at + 1),
        () => void deeds.change(chosen(), { priority }, priorityNames[priority].toLowerCase()),
      ]),
    ),
  }
  useKeys(work.canWrite ? { ...reading, ...writing } : reading)

  return (event: KeyboardEvent) => {
    const isCard = event.target instanceof HTMLElement && event.target.dataset.card !== undefined
    if (!isCard || event.ctrlKey || event.metaKey || event.altKey) return
    const way = arrows[event.key]
    if (way) step(way)
    else if (event.key === 'Enter') carry.isOn ? carry.putDown() : withCard(work.open)()
    else if (event.key === ' ' && work.canWrite) carry.isOn ? carry.putDown() : carry.pickUp(chosen())
    else return
    event.preventDefault()
  }
}
