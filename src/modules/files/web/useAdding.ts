import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'
import { invalidate, sentence } from '../../../ui/query.ts'
import { type Sending, send } from '../../../ui/upload.ts'
import { type Attached, type FileThing, files } from '../contract.ts'
import { whyNoRoom, whyNotThisLarge } from '../rules.ts'

export type Adding = {
  key: number
  name: string
  size: number
  sent: number
  failure: string | null
  file: File
}
type Ref = { kind: string; id: string }
type Limits = Pick<Attached, 'most' | 'room'>

let lastKey = 0

/** Files on their way to a record, each with how far it is; what failed says why and can be tried again. */
export function useAdding({ kind, id }: Ref, { most, room }: Limits) {
  const client = useQueryClient()
  const [all, setAll] = useState<Adding[]>([])
  const sendings = useRef(new Map<number, Sending<typeof files.add>>())
  const patch = useCallback(
    (key: number, change: Partial<Adding>) =>
      setAll((old) => old.map((one) => (one.key === key ? { ...one, ...change } : one))),
    [],
  )
  const drop = useCallback((key: number) => setAll((old) => old.filter((one) => one.key !== key)), [])

  const start = async ({ key, file }: Adding) => {
    const objection =
      whyNotThisLarge(file.name, file.size, most) ?? whyNoRoom(file.size, 0, Math.max(room, 0))
    if (objection) return patch(key, { failure: objection })
    const sending = send(files.add, { kind, id, name: file.name }, file, (sent) => patch(key, { sent }))
    sendings.current.set(key, sending)
    try {
      const { file: done, isHereAlready } = await sending.answer
      drop(key)
      told(file.name, done, isHereAlready)
      await invalidate(client, 'files')
    } catch (error) {
      if (error instanceof DOMException) drop(key)
      else patch(key, { failure: sentence(error) })
    } finally {
      sendings.current.delete(key)
    }
  }

  const add = (chosen: readonly File[]) => {
    const fresh = chosen.map((file) => ({
      ...{ key: ++lastKey, name: file.name, size: file.size, sent: 0, failure: null, file },
    }))
    setAll((old) => [...old, ...fresh])
    void fresh.reduce((before, one) => before.then(() => start(one)), Promise.resolve())
  }
  const cancel = (key: number) => {
    const sending = sendings.current.get(key)
    if (sending) sending.cancel()
    else drop(key)
  }
  const again = (one: Adding) => {
    patch(one.key, { failure: null, sent: 0 })
    void start(one)
  }
  return { all, add, cancel, again }
}

function told(name: string, done: FileThing, isHereAlready: boolean): void {
  if (isHereAlready) toast(`${name} is here already, unchanged`, { tone: 'info' })
  else if (done.name === name) toast(`${done.name} is added`)
  else toast(`Added as ${done.name}`, { detail: `What was handed in is named ${name}.` })
}
