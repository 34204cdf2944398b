import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence } from '../../../ui/query.ts'
import { send } from '../../../ui/upload.ts'
import { takeovers } from '../contract.ts'

/** Hands an export in and opens what was understood; tells how much has left. */
export function useHandIn() {
  const navigate = useNavigate()
  const [sent, setSent] = useState<number | null>(null)
  const handIn = useCallback(
    async (file: File | undefined) => {
      if (!file) return
      setSent(0)
      try {
        const { answer } = send(takeovers.inspect, { name: file.name }, file, (bytes) =>
          setSent(file.size > 0 ? bytes / file.size : 1),
        )
        await navigate({ to: `/work/takeovers/${(await answer).id}` })
      } catch (error) {
        toast(sentence(error), { tone: 'bad' })
      } finally {
        setSent(null)
      }
    },
    [navigate],
  )
  return { handIn, sent }
}
