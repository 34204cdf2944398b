import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Campaign, campaigns } from '../contract.ts'
import { Lines } from './Lines.tsx'

/** Approves the stage that is next; the creative one ticks the brand checklist. */
export function Approve({ one, onClose }: { one: Campaign; onClose: () => void }) {
  const { next } = one
  const isCreative = next?.stage === 'creative'
  const list = useQuery(campaigns.checklist, {}, { isOn: isCreative }).data?.items[0]?.checklist ?? []
  const approve = useCommand(campaigns.approve, { isQuiet: true, alsoRefresh: ['identity'] })
  const [ticked, setTicked] = useState<string[]>([])
  const [note, setNote] = useState('')
  if (!next) return null
  const save = async () => {
    const said = { id: one.id, stage: next.stage, ticked, note }
    const done = await approve.run(said)
    if (!done) return
    toast('Approved', {
      detail: done.state === 'approved' ? 'Every stage has approved it.' : 'The next stage is told.',
    })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Approve ${one.name}`}
      description={`${next.title}. What you approve holds: later changes need a change request.`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" isBusy={approve.isRunning} onClick={() => void save()}>
            Approve
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isCreative && (
          <Lines title="Brand checklist">
            {list.map(({ id, words }) => (
              <Field key={id} isInline label={<span className="font-normal">{words}</span>}>
                <Checkbox
                  isOn={ticked.includes(id)}
                  onChange={(isOn) =>
                    setTicked(isOn ? [...ticked, id] : ticked.filter((tick) => tick !== id))
                  }
                />
              </Field>
            ))}
          </Lines>
        )}
        <Field label="Note" isOptional>
          <Textarea value={note} onChange={setNote} rows={2} maxLength={1000} />
        </Field>
        {approve.error && <Notice tone="bad">{sentence(approve.error)}</Notice>}
      </div>
    </Dialog>
  )
}
