import { useEffect } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'

let open: (() => void) | undefined

/** While a record is on the screen whose files one may add to, `u` and the palette add there. */
export function useAddsHere(add: () => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    open = add
    return () => {
      if (open === add) open = undefined
    }
  }, [add, isOn])
}

export function addHere(): void {
  if (open) open()
  else toast('Open a record first whose files you may add to', { tone: 'info' })
}
