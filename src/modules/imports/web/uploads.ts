import { useSyncExternalStore } from 'react'
import { type Sending, send } from '../../../ui/upload.ts'
import { imports } from '../contract.ts'

export type Upload = {
  key: number
  name: string
  size: number
  sent: number
  state: 'waiting' | 'sending' | 'reading' | 'read' | 'failed'
  /** Why it failed, and the file to try again with. */
  reason?: string
  file: File
}

/** Files at once: the server reads one after the other, the second one fills the wire meanwhile. */
const abreast = 2

let uploads: Upload[] = []
let lastKey = 0
const running = new Map<number, Sending<typeof imports.upload>>()
const listeners = new Set<() => void>()
const readers = new Set<() => void>()

function tell(next: Upload[]): void {
  uploads = next
  for (const listener of listeners) listener()
}
const patch = (key: number, change: Partial<Upload>) =>
  tell(uploads.map((one) => (one.key === key ? { ...one, ...change } : one)))

/** Hands files in; goes on while one visits other pages. */
export function handIn(files: readonly File[]): void {
  const added = files.map((file) => ({
    key: ++lastKey,
    name: file.name,
    size: file.size,
    sent: 0,
    state: 'waiting' as const,
    file,
  }))
  tell([...uploads.filter((one) => one.state !== 'read'), ...added])
  next()
}

function next(): void {
  const waiting = uploads.find((one) => one.state === 'waiting')
  if (!waiting || running.size >= abreast) return
  void sendOne(waiting)
  next()
}

async function sendOne({ key, file, name }: Upload): Promise<void> {
  const sending = send(imports.upload, { name }, file, (sent) =>
    patch(key, { sent: Math.min(sent, file.size), state: sent >= file.size ? 'reading' : 'sending' }),
  )
  running.set(key, sending)
  patch(key, { state: 'sending' })
  try {
    await sending.answer
    patch(key, { state: 'read' })
    for (const reader of readers) reader()
  } catch (error) {
    if (error instanceof DOMException) tell(uploads.filter((one) => one.key !== key))
    else patch(key, { state: 'failed', reason: error instanceof Error ? error.message : String(error) })
  } finally {
    running.delete(key)
    next()
  }
}

export function cancel(key: number): void {
  const sending = running.get(key)
  if (sending) sending.cancel()
  else tell(uploads.filter((one) => one.key !== key))
}

export function again(key: number): void {
  patch(key, { state: 'waiting', sent: 0, reason: undefined })
  next()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useUploads = (): Upload[] => useSyncExternalStore(listen, () => uploads)

/** Calls back when a file has been read. */
export function onRead(reader: () => void): () => void {
  readers.add(reader)
  return () => {
    readers.delete(reader)
  }
}
