import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Agreed, load } from '../contract.ts'

const Draft = Agreed.extend({ reason: z.string().trim().min(3, 'takes at least 3 letters').max(500) })

/** What was agreed about signs of too much work, for everybody to read. */
export function AgreementCard() {
  const { data } = useQuery(load.agreement, {})
  const agree = useCommand(load.agree, { isQuiet: true })
  const [isOpen, setOpen] = useState(false)
  if (!data) return null
  const { agreement: a, version, reason, by } = data.agreed
  return (
    <Card
      title="What we agreed"
      hint={by ? `Version ${version}, ${by}: ${reason}` : reason}
      actions={
        data.canChange && (
          <Button small onClick={() => setOpen(true)}>
            Agree anew
          </Button>
        )
      }
    >
      <p>{`A sign is: ${a.weeks} whole weeks one after another over ${a.overPercent} % of one’s hours; work after 20:00 or at weekends on ${a.evenings} days of four weeks; no leave for ${a.leaveDays} days. It is for the person alone for ${a.quietDays} days.`}</p>
      {isOpen && (
        <Dialog
          isOpen
          onClose={() => setOpen(false)}
          title="Agree anew"
          description="It holds from the next night on."
        >
          <Form
            id="load-agreement"
            schema={Draft}
            initial={{ ...a, reason: '' }}
            fields={[
              { name: 'overPercent', label: 'Too full from, in %', kind: 'number' },
              { name: 'weeks', label: 'Weeks one after another', kind: 'number' },
              { name: 'evenings', label: 'Evenings and weekends in four weeks', kind: 'number' },
              { name: 'leaveDays', label: 'Days without leave', kind: 'number' },
              { name: 'quietDays', label: 'Days for the person alone', kind: 'number' },
              { name: 'reason', label: 'Reason' },
            ]}
            onSave={(said) => agree.attempt({ ...said, version })}
            onSaved={() => {
              toast('Agreed')
              setOpen(false)
            }}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      )}
    </Card>
  )
}
