import { useEffect } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'

export type Deed = 'accept' | 'decline' | 'defer' | 'merge' | 'ask'
let open: ((deed: Deed) => void) | undefined

/** While a request that one may decide on is on the screen, its keys and the palette decide there. */
export function useDecidesHere(decide: (deed: Deed) => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    open = decide
    return () => {
      if (open === decide) open = undefined
    }
  }, [decide, isOn])
}

export function decideHere(deed: Deed): void {
  if (open) open(deed)
  else toast('Open a request first that waits for an answer', { tone: 'info' })
}
