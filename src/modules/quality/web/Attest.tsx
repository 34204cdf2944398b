import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useCommand } from '../../../ui/query.ts'
import { imports } from '../../imports/contract.ts'

/** Puts one's name under a source for a period. */
export function Attest({ source, onClose }: { source: string; onClose: () => void }) {
  const period = usePeriod()
  const [from, setFrom] = useState(period.startsOn)
  const [to, setTo] = useState(period.endsOn)
  const [words, setWords] = useState('')
  const attest = useCommand(imports.attest)
  const isWrong = !from || !to || from > to
  const save = async () => {
    const done = await attest.run({ source, from, to, words })
    if (!done) return
    toast(`You vouch for ${source}`)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Vouch for ${source.replaceAll('_', ' ')}`}
      description="Your name stands beside every figure that counts this source in this period."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={isWrong} isBusy={attest.isRunning} onClick={() => void save()}>
            Vouch for it
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3">
          <DateInput label="First day" value={from} onChange={setFrom} />
          <DateInput label="Last day" value={to} onChange={setTo} />
        </div>
        {isWrong && <p className="text-sm text-bad">The first day must not come after the last.</p>}
        <Field label="In your words" isOptional hint="What you checked, and what you know to be missing.">
          <Textarea value={words} onChange={setWords} rows={3} maxLength={1000} />
        </Field>
      </div>
    </Dialog>
  )
}
