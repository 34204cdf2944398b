import { useCallback, useRef } from 'react'

/**
 * Runs one piece of work after the other, so that quick presses do not meet themselves. What waits behind a failure was
 * decided on a sight that is gone, and is dropped. Answers whether it was the last one waiting.
 */
export function useInTurn() {
  const line = useRef({ tail: Promise.resolve(), failures: 0, waiting: 0 })
  return useCallback(async (work: () => Promise<boolean>): Promise<boolean> => {
    const { current } = line
    const begun = current.failures
    current.waiting += 1
    current.tail = current.tail.then(async () => {
      if (begun === current.failures && !(await work())) current.failures += 1
      current.waiting -= 1
    })
    await current.tail
    return current.waiting === 0
  }, [])
}
