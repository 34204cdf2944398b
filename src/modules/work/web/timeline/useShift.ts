import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../../ui/query.ts'
import { type Item, work } from '../../contract.ts'
import { codeOf } from '../item-words.tsx'
import { useUndo } from '../undo.ts'
import { type Days, type Grip, movedBy } from './scale.ts'

type Draft = { item: Item; days: Days }
/** So long after the last press of a key the days are kept. */
const patience = 700

/** Days of an item moved by pointer or by keys: shown at once, kept when the hand rests, undone as one. */
export function useShift(dayWidth: number) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const latest = useRef<Draft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useKeep(() => put(null))
  const put = (next: Draft | null) => {
    latest.current = next
    setDraft(next)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const daysOf = (item: Item): Days => (latest.current?.item.id === item.id ? latest.current.days : item)
  const settle = () => {
    clearTimeout(timer.current)
    if (latest.current) void keep(latest.current)
  }
  const leave = () => {
    clearTimeout(timer.current)
    put(null)
  }
  const nudge = (item: Item, grip: Grip, by: number) => {
    if (latest.current && latest.current.item.id !== item.id) settle()
    put({ item, days: movedBy(daysOf(item), grip, by) })
    clearTimeout(timer.current)
    timer.current = setTimeout(settle, patience)
  }
  const grab = (item: Item, grip: Grip, event: PointerEvent<HTMLElement>) => {
    const from = event.clientX
    const target = event.currentTarget
    target.setPointerCapture(event.pointerId)
    const before = { startsOn: item.startsOn, dueOn: item.dueOn }
    const onMove = (move: globalThis.PointerEvent) => {
      const by = Math.round((move.clientX - from) / dayWidth)
      if (by !== 0 || latest.current) put({ item, days: movedBy(before, grip, by) })
    }
    target.addEventListener('pointermove', onMove)
    const end = () => {
      target.removeEventListener('pointermove', onMove)
      settle()
    }
    target.addEventListener('pointerup', end, { once: true })
    target.addEventListener('pointercancel', end, { once: true })
  }
  return { draft, nudge, grab, settle, leave }
}

export type Shift = ReturnType<typeof useShift>

function useKeep(onEnd: () => void) {
  const edit = useCommand(work.edit, { isQuiet: true })
  const undo = useUndo()
  return async ({ item, days }: Draft) => {
    const { startsOn, dueOn } = days
    if (startsOn === item.startsOn && dueOn === item.dueOn) return onEnd()
    const was = { startsOn: item.startsOn, dueOn: item.dueOn }
    try {
      const { changeId } = await edit.attempt({ ids: [item.id], patch: { startsOn, dueOn }, was })
      undo.keep(changeId, `${codeOf(item)}: ${startsOn ?? '…'} to ${dueOn ?? '…'}`)
    } catch (error) {
      toast(sentence(error), { tone: 'bad' })
    } finally {
      setTimeout(onEnd, 250)
    }
  }
}
