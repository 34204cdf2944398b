import { useState } from 'react'

const place = (name: string) => `fullscore.item.${name}`

function recall(name: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(name)) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

function put(name: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(place(name), JSON.stringify(kept))
    else sessionStorage.removeItem(place(name))
  } catch {
    // A full or closed storage must not stop anybody from typing.
  }
}

/** What is being typed, and what stood there when the typing began. */
type Kept = { typed: string; was: string }

/** Words that are being written; they survive an error and a reload until they are saved or given up. */
export function useKept(name: string) {
  const [kept, setKept] = useState(() => recall(name))
  const keep = (next: Kept | null) => {
    put(name, next)
    setKept(next)
  }
  return { kept, keep }
}
