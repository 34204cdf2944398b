import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Meter, share } from '../contract.ts'

const Draft = z.object({
  percent: z.number().min(10, 'is 10 % at least').max(100, 'is 100 % at most'),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500),
})

/** The target with its history; who may, sets it anew with a reason. */
export function TargetCard({ data }: { data: Meter }) {
  const [isOpen, setOpen] = useState(false)
  const set = useCommand(share.setTarget, { isQuiet: true })
  const { version, target } = data.target
  return (
    <Card
      title={`Target: ${target.percent} %`}
      actions={
        data.canSetTarget && (
          <Button small onClick={() => setOpen(true)}>
            Set the target
          </Button>
        )
      }
    >
      <ul className="text-ink-2">
        {data.versions.map((one) => (
          <li key={one.version}>{`${one.target.percent} %: ${one.reason}${one.by ? ` (${one.by})` : ''}`}</li>
        ))}
      </ul>
      {isOpen && (
        <Dialog
          isOpen
          onClose={() => setOpen(false)}
          title="Set the target"
          description="Every version stays on record."
        >
          <Form
            id="share-target"
            schema={Draft}
            initial={{ percent: target.percent, reason: '' }}
            fields={[
              { name: 'percent', label: 'Target in %', kind: 'number' },
              { name: 'reason', label: 'Reason' },
            ]}
            onSave={(said) => set.attempt({ ...said, version })}
            onSaved={() => {
              toast('Target set')
              setOpen(false)
            }}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      )}
    </Card>
  )
}
