import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { forecast, type LandingQuarter } from '../contract.ts'

type SetTargetProps = {
  quarter: Pick<LandingQuarter, 'label' | 'from' | 'target'>
  currency: string
  onClose: () => void
}

/** The bookings a quarter is meant to bring, under the name of whoever says so. */
export function SetTarget({ quarter, currency, onClose }: SetTargetProps) {
  const [text, setText] = useState(quarter.target ? String(quarter.target.amount) : '')
  const set = useCommand(forecast.setTarget)
  const amount = Number(text.replaceAll(/[\s,]/g, ''))
  const isWrong = !(Number.isFinite(amount) && amount > 0)
  const save = async (value: number | null) => {
    const done = await set.run({ startsOn: quarter.from, amount: value, currency })
    if (!done) return
    toast(value === null ? 'The target is lifted' : 'The target is set', { detail: quarter.label })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={`Target of ${quarter.label}`}
      description="Your name stands beside it."
      actions={
        <>
          {quarter.target && (
            <Button look="quiet" isBusy={set.isRunning} onClick={() => void save(null)}>
              Lift it
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={isWrong} isBusy={set.isRunning} onClick={() => void save(amount)}>
            Set the target
          </Button>
        </>
      }
    >
      <Field label={`Bookings in ${currency}`}>
        <Input inputMode="decimal" value={text} onChange={setText} placeholder="2500000" />
      </Field>
    </Dialog>
  )
}
