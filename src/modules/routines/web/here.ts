import { useEffect } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'

let pause: (() => void) | undefined

/** While a routine is on the screen, `p` and the palette pause it or let it go on. */
export function usePausesHere(deed: () => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    pause = deed
    return () => {
      if (pause === deed) pause = undefined
    }
  }, [deed, isOn])
}

export function pauseHere(): void {
  if (pause) pause()
  else toast('Open a routine first that you may pause', { tone: 'info' })
}
