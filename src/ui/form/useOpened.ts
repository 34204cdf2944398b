import { useState } from 'react'

/**
 * Keeps a form to the version of a record it was opened with: news of others must not make their change look seen, or
 * saving would write over it. `newer` is what came in meanwhile; `open` goes on from another version. A record that is
 * to be made is null.
 */
export function useOpened<T extends { version: number } | null>(current: T) {
  const [opened, open] = useState(current)
  return { opened, open, newer: current && opened && current.version > opened.version ? current : null }
}
