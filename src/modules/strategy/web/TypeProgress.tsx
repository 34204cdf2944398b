import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Goal, strategy } from '../contract.ts'

const Draft = z.object({
  percent: z.number().min(0, 'is between 0 and 100').max(100, 'is between 0 and 100'),
  note: z.string().trim().max(300).optional(),
})

/** A percentage by hand, for a goal that nothing else moves. */
export function TypeProgress({ goal }: { goal: Goal }) {
  const [isOpen, setOpen] = useState(false)
  const type = useCommand(strategy.typeProgress, { isQuiet: true })
  const close = () => setOpen(false)
  return (
    <>
      <Button small look="quiet" onClick={() => setOpen(true)}>
        Type a percentage
      </Button>
      {isOpen && (
        <Dialog
          isOpen
          onClose={close}
          size="small"
          title="Type a percentage"
          description="It is labelled as typed, with your name. A KPI agreement or a goal below takes its place."
        >
          <Form
            id={`goal-typed-${goal.id}`}
            schema={Draft}
            initial={goal.typed ? { percent: goal.typed.share * 100, note: goal.typed.note } : {}}
            fields={[
              { name: 'percent', label: 'Per cent', kind: 'number', autoFocus: true },
              { name: 'note', label: 'What it rests on', isOptional: true },
            ]}
            saveLabel="Keep"
            onSave={({ percent, note = '' }) => type.attempt({ id: goal.id, share: percent / 100, note })}
            onSaved={close}
            onCancel={close}
          />
        </Dialog>
      )}
    </>
  )
}
