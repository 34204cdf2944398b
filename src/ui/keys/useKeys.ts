import { useEffect, useRef } from 'react'
import { isTyping, pressed } from './press.ts'

export type KeyMap = Record<string, (event: KeyboardEvent) => void>
export type KeyOptions = { isOn?: boolean /** Listen while a dialog is open, too. */; inDialogs?: boolean }

type Layer = { keys: () => KeyMap; inDialogs: boolean }

const patience = 900
/** What takes the keys while it is open; a toast is a dialog to assistive technology only. */
const blocking = ':is([role=dialog],[role=alertdialog]):not([data-toast]),[role=menu],[role=listbox]'
const layers: Layer[] = []
const begin = { press: '', at: 0 }

/** The newest layer that knows the press answers it: a list before the shell. */
export function find(press: string, before: string, open: Layer[]): KeyMap[string] | undefined {
  for (const combined of before ? [`${before} ${press}`, press] : [press]) {
    for (const layer of open.toReversed()) {
      const run = layer.keys()[combined]
      if (run) return run
    }
  }
}

/** Closed lists stay in the page unseen, so presence alone does not count. */
const isBlocked = () => [...document.querySelectorAll(blocking)].some((element) => element.checkVisibility())

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const press = pressed(event)
  if (isTyping(event.target) && !press.startsWith('mod+')) return
  const open = isBlocked() ? layers.filter((layer) => layer.inDialogs) : layers
  const before = event.timeStamp - begin.at < patience ? begin.press : ''
  const run = find(press, before, open)
  begin.press = run ? '' : press
  begin.at = event.timeStamp
  if (!run) return
  event.preventDefault()
  run(event)
}

/** `{ j: next, 'g h': goHome, 'mod+k': open }`; presses with `mod` also work while typing. */
export function useKeys(keys: KeyMap, { isOn = true, inDialogs = false }: KeyOptions = {}): void {
  const latest = useRef(keys)
  latest.current = keys

  useEffect(() => {
    if (!isOn) return
    const layer = { keys: () => latest.current, inDialogs }
    if (layers.push(layer) === 1) document.addEventListener('keydown', onKeyDown)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
      if (layers.length === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [isOn, inDialogs])
}
