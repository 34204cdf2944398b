import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'

type KeepAsProps = { isOff: boolean; onKeep: (name: string) => Promise<boolean> }

export function KeepAs({ isOff, onKeep }: KeepAsProps) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const keep = async () => {
    if (await onKeep(name.trim())) setOpen(false)
  }
  return (
    <>
      <Button disabled={isOff} onClick={() => setOpen(true)}>
        Keep this mapping as…
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} size="small" title="Keep this mapping">
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) void keep()
          }}
        >
          <Field label="Name" hint="Files with exactly these headings are read like this from now on.">
            <Input value={name} onChange={setName} required maxLength={80} />
          </Field>
          <Button type="submit" look="primary" disabled={!name.trim()} className="self-end">
            Keep
          </Button>
        </form>
      </Dialog>
    </>
  )
}
