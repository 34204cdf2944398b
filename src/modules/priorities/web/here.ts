import { useEffect } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'

let put: (() => void) | undefined

/** While a ranking is on the screen, `o` and the palette put the item whose score is focused elsewhere. */
export function usePutsHere(deed: () => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    put = deed
    return () => {
      if (put === deed) put = undefined
    }
  }, [deed, isOn])
}

export function putHere(): void {
  if (put) put()
  else toast('Open Priorities first, and go to a score with j and k', { tone: 'info' })
}
