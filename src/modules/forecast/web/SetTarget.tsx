import { Form } from '../../../ui/form/Form.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { forecast, type LandingQuarter } from '../contract.ts'
import { TargetDraft } from './target-input.ts'

type SetTargetProps = {
  quarter: Pick<LandingQuarter, 'label' | 'from' | 'target'>
  currency: string
  onClose: () => void
}

/** The bookings a quarter is meant to bring, under the name of whoever says so. */
export function SetTarget({ quarter, currency, onClose }: SetTargetProps) {
  const set = useCommand(forecast.setTarget, { isQuiet: true })
  const lifting = useCommand(forecast.setTarget)
  const place = { startsOn: quarter.from, currency }
  const done = (words: string) => {
    toast(words, { detail: quarter.label })
    onClose()
  }
  const lift = async () => {
    if (await lifting.run({ ...place, amount: null })) done('The target is lifted')
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={`Target of ${quarter.label}`}
      description="Your name stands beside it."
      actions={
        quarter.target && (
          <Button look="quiet" isBusy={lifting.isRunning} onClick={() => void lift()}>
            Lift the target
          </Button>
        )
      }
    >
      <Form
        id={`target-${quarter.from}-${currency}`}
        schema={TargetDraft}
        initial={quarter.target ? { amount: quarter.target.amount } : {}}
        fields={[
          {
            name: 'amount',
            label: `Bookings in ${currency}`,
            kind: 'number',
            placeholder: '2,500,000',
            autoFocus: true,
          },
        ]}
        saveLabel="Set the target"
        onSave={({ amount }) => set.attempt({ ...place, amount })}
        onSaved={() => done('The target is set')}
        onCancel={onClose}
      />
    </Dialog>
  )
}
