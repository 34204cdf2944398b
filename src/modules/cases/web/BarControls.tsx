import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { minorDigits } from '../../../methods/money.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { useSearchParams, useUrlPatch } from '../../../ui/useUrl.ts'
import { cases } from '../contract.ts'

type Shown = Pick<Out<typeof cases.list>, 'bar' | 'agreed'>
const none = { value: undefined, roi: undefined, months: undefined, rate: undefined }

/** The bar: as agreed, or as one tries it; the address of the page holds what is tried. */
export function BarControls({ bar, agreed }: Shown) {
  const can = useCan()
  const search = useSearchParams()
  const patch = useUrlPatch()
  const [isOpen, setOpen] = useState(false)
  const isTried = Object.keys(none).some((name) => search[name] !== undefined)
  const unit = 10 ** minorDigits(agreed.currency)
  const fields = [
    ['value', `Value, ${agreed.currency}`, agreed.bar.value / unit],
    ['roi', 'ROI, %', agreed.bar.roi * 100],
    ['months', 'Payback, months', agreed.bar.paybackMonths],
    ['rate', 'Discount rate, %', agreed.bar.rate * 100],
  ] as const
  return (
    <Card
      title="The bar"
      hint={isTried ? 'You are trying another bar; nobody else sees it.' : `As agreed. ${agreed.reason}.`}
      actions={
        isTried && (
          <>
            <Button small look="quiet" onClick={() => patch(none)}>
              Back to the agreed bar
            </Button>
            {can('cases:bar') && (
              <Button small onClick={() => setOpen(true)}>
                Agree on this bar
              </Button>
            )}
          </>
        )
      }
    >
      <div className="grid grid-cols-4 gap-3 narrow:grid-cols-2">
        {fields.map(([name, label, value]) => (
          <Field key={name} label={label}>
            <Input
              inputMode="decimal"
              value={search[name] ?? String(Number(value.toFixed(2)))}
              onChange={(text) => patch({ [name]: text })}
            />
          </Field>
        ))}
      </div>
      {isOpen && (
        <Agree bar={bar} agreed={agreed} onClose={() => setOpen(false)} onDone={() => patch(none)} />
      )}
    </Card>
  )
}

function Agree({ bar, agreed, onClose, onDone }: Shown & { onClose: () => void; onDone: () => void }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [version] = useState(agreed.version)
  const set = useCommand(cases.setBar, { isQuiet: true })
  const save = async (reason: string) => {
    try {
      await set.attempt({ ...bar, version, reason })
      toast('The bar is agreed')
      onDone()
      onClose()
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <ReasonDialog
      title="Agree on this bar"
      description="Every case is held against it from now on. The bars before stay on record."
      label="Why"
      verb="Agree"
      most={500}
      problem={problem}
      isBusy={set.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
