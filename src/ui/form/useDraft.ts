import { useCallback, useEffect, useState } from 'react'
import type { Draft } from './fields.ts'

const place = (id: string) => `fullscore.form.${id}`

function recall(id: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(id)) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

function keep(id: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(place(id), JSON.stringify(draft))
    else sessionStorage.removeItem(place(id))
  } catch {
    // A full or closed storage must not stop anybody from typing.
  }
}

/** Whoever signs in next in this tab finds nothing of what somebody else wrote. */
export function forgetDrafts(): void {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith('fullscore.')) sessionStorage.removeItem(name)
}

/** What was typed survives an error, a reload and a lost connection; secrets are never put down. */
export function useDraft(id: string, initial: Draft, secrets: string[]) {
  const [kept] = useState(() => recall(id))
  const [draft, setDraft] = useState<Draft>({ ...initial, ...kept })
  const [isRestored, setRestored] = useState(Boolean(kept))
  const [isTouched, setTouched] = useState(Boolean(kept))
  const hidden = secrets.join()

  useEffect(() => {
    if (!isTouched) return
    const named = hidden.split(',')
    keep(id, Object.fromEntries(Object.entries(draft).filter(([name]) => !named.includes(name))))
  }, [id, draft, isTouched, hidden])

  const change = useCallback((name: string, value: unknown) => {
    setTouched(true)
    setDraft((old) => ({ ...old, [name]: value }))
  }, [])
  const forget = useCallback(() => {
    setTouched(false)
    setRestored(false)
    keep(id, null)
  }, [id])
  const discard = () => {
    forget()
    setDraft(initial)
  }
  return { draft, change, forget, discard, isRestored, isTouched }
}
