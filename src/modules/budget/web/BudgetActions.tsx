import { MoreHorizontal, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { z } from 'zod'
import { address } from '../../../kernel/client.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { download } from '../../../ui/format/save.ts'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { send } from '../../../ui/upload.ts'
import { budget, type Year } from '../contract.ts'
import { guardDraft, guardField } from './guard-field.ts'
import { MoveBudget } from './MoveBudget.tsx'

type ActionsProps = { year: Year; hasLines: boolean; onAdd: () => void }

export function BudgetActions({ year, hasLines, onAdd }: ActionsProps) {
  const can = useCan()
  const file = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<'approve' | 'move' | null>(null)
  const mayWrite = can('budget:write')
  const carry = useCarry(year)
  const save = (format: 'csv' | 'xlsx') =>
    download(address(budget.exportLines, { year: year.id, format }).url)
  const isDraft = year.state === 'draft'
  return (
    <>
      {mayWrite && (
        <Button icon={<Plus size={14} />} onClick={onAdd}>
          Add a line
        </Button>
      )}
      {can('budget:control') && isDraft && hasLines && (
        <Button look="primary" onClick={() => setOpen('approve')}>
          Approve the plan
        </Button>
      )}
      {can('budget:decide') && !isDraft && <Button onClick={() => setOpen('move')}>Move budget</Button>}
      <Menu
        align="end"
        items={[
          { label: 'Download as XLSX', onSelect: () => save('xlsx') },
          { label: 'Download as CSV', onSelect: () => save('csv') },
          ...(mayWrite && isDraft ? [{ label: 'Take over what recurs', onSelect: () => void carry() }] : []),
          ...(mayWrite ? [{ label: 'Hand in a table', onSelect: () => file.current?.click() }] : []),
        ]}
      >
        <IconButton label="More">
          <MoreHorizontal size={16} />
        </IconButton>
      </Menu>
      <input
        ref={file}
        type="file"
        accept=".xlsx,.csv"
        aria-label="Budget table"
        className="hidden"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void handIn(year.id, chosen)
        }}
      />
      {open === 'approve' && <Approve year={year} onClose={() => setOpen(null)} />}
      {open === 'move' && <MoveBudget onClose={() => setOpen(null)} />}
    </>
  )
}

function useCarry(year: Year) {
  const carry = useCommand(budget.carryOn)
  return async () => {
    const answer = await carry.run({ id: year.id })
    if (answer)
      toast('Recurring lines of the year before are taken over', { detail: `${answer.ids.length} added.` })
  }
}

async function handIn(year: string, file: File): Promise<void> {
  try {
    const { added, changed, unchanged } = await send(
      budget.importLines,
      { year, name: file.name },
      file,
      () => undefined,
    ).answer
    toast(added + changed === 0 ? 'The table changes nothing' : 'The table is taken over', {
      detail: `${added} added, ${changed} changed, ${unchanged} as they were.`,
    })
  } catch (error) {
    toast(sentence(error), { tone: 'bad', detail: 'Nothing was written.' })
  }
}

function Approve({ year, onClose }: { year: Year; onClose: () => void }) {
  const approve = useCommand(budget.approvePlan, { isQuiet: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Approve the plan of ${year.label}`}
      description="It becomes the baseline and stays as it is. From then on orders can be asked for; the forecast goes on changing, and budget moves by transfers."
    >
      <Form
        id={`approve-${year.id}`}
        schema={z.object(guardDraft)}
        fields={[guardField]}
        saveLabel="Approve the plan"
        onSave={(said) => approve.attempt({ id: year.id, ...said })}
        onSaved={() => {
          toast('Plan approved')
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
