import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { priorities, type Ranking } from '../contract.ts'

/** Takes inputs from a sheet: all of them, or none with a sentence. */
export function PasteDialog({ data, onClose }: { data: Ranking; onClose: () => void }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const paste = useCommand(priorities.paste, { isQuiet: true, alsoRefresh: ['work'] })
  const say = useCommand(priorities.say, { alsoRefresh: ['work'] })
  const names = data.inputs.map((one) => one.name)
  const take = async () => {
    try {
      const { inputs, before } = await paste.attempt({ boardId: data.board.id, text })
      onClose()
      toast(`${inputs} inputs taken`, { undo: () => void say.run({ items: before }) })
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <Dialog
      isOpen
      size="large"
      onClose={onClose}
      title="Paste inputs"
      description="Copied from a sheet, or as CSV. The first column names the item, the first line the inputs."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <Field label="Table" hint="An empty cell leaves what is known; n/a takes it away.">
          <Textarea
            rows={10}
            className="font-mono text-sm"
            placeholder={`item,${names.join(',')}\nW-214,500,2,0.8,2`}
            value={text}
            onChange={setText}
          />
        </Field>
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isBusy={paste.isRunning}>
            Take them
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}
