import { useEffect, useState } from 'react'

const pause = 250

/** What was typed, once the typing pauses: nothing is asked for each letter. */
export function useTyped(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
