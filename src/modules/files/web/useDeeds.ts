import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'
import { invalidate, sentence, useCommand } from '../../../ui/query.ts'
import { send } from '../../../ui/upload.ts'
import { type FileThing, files } from '../contract.ts'
import { choose } from './choose.ts'

/** What can be done with a file in one go; each says what it did and how to take it back. */
export function useDeeds(one: FileThing) {
  const client = useQueryClient()
  const [isSending, setSending] = useState(false)
  const change = useCommand(files.change)
  const takeOut = useCommand(files.remove)
  const putBack = useCommand(files.putBack)
  const bringBack = useCommand(files.bringBack)
  const { id, version, name } = one

  const hand = async (file: File | undefined) => {
    if (!file) return
    setSending(true)
    try {
      const done = await send(files.replace, { id, version }, file, () => undefined).answer
      const undo = () => void bringBack.run({ id, number: version, version: done.version })
      toast(`${name} has a newer version`, { detail: 'The earlier one stays under Versions.', undo })
    } catch (error) {
      toast(sentence(error), { tone: 'bad' })
    } finally {
      setSending(false)
      await invalidate(client, 'files')
    }
  }
  const remove = async () => {
    if (await takeOut.run({ id, version }))
      toast(`${name} is removed`, { undo: () => void putBack.run({ id }) })
  }
  const mark = async (isForGuests: boolean) => {
    const done = await change.run({ id, version, isForGuests })
    if (!done) return
    const undo = () => void change.run({ id, version: done.version, isForGuests: !isForGuests })
    toast(isForGuests ? `Guests see ${name}` : `Guests see ${name} no more`, { undo })
  }
  return {
    replace: () => choose(([file]) => void hand(file), false),
    remove,
    mark: (isOn: boolean) => void mark(isOn),
    isRunning: isSending || change.isRunning || takeOut.isRunning,
  }
}
