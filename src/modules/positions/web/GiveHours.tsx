import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { positions, type Target } from '../contract.ts'
import { readCell, type Unit } from './hours-cells.ts'

type Shown = Out<typeof positions.hours>
const refOf = (one: Target): string => `${one.kind} ${one.id}`

/** Hours of a position go to something, the same in each month it is there. */
export function GiveHours({ data, onClose }: { data: Shown; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [positionId, setPosition] = useState<string | null>(null)
  const [target, setTarget] = useState<Target | null>(null)
  const [unit, setUnit] = useState<Unit>('percent')
  const [amount, setAmount] = useState('')
  const found = useQuery(positions.targets, { words }).data?.items ?? []
  const set = useCommand(positions.setHours, { isQuiet: true })
  const undo = useCommand(positions.setHours)
  const position = data.positions.find((one) => one.id === positionId)
  const offered = target ? [target, ...found.filter((one) => refOf(one) !== refOf(target))] : found
  const said = readCell(amount, unit)
  const months = data.months.filter((_, at) => (position?.capacity[at] ?? 0) > 0)
  const save = async () => {
    if (!position || !target || typeof said === 'string') return
    const which = { positionId: position.id, kind: target.kind, targetId: target.id }
    const done = await set
      .attempt({ edits: months.map((monthOn) => ({ ...which, monthOn, ...said })) })
      .catch(() => undefined)
    if (!done) return
    toast('Hours given', { detail: done.over[0] ?? '', undo: () => void undo.run({ edits: done.undo }) })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Give hours"
      description="The same in each month the position is there; change single months in the table."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={
              !position || !target || amount === '' || typeof said === 'string' || months.length === 0
            }
            isBusy={set.isRunning}
            onClick={() => void save()}
          >
            Give
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Position">
          <Combobox
            label="Position"
            options={data.positions.map(({ id, title, person }) => ({
              value: id,
              label: title,
              hint: person,
            }))}
            value={positionId}
            onChange={setPosition}
          />
        </Field>
        <Field label="Goes to">
          <Combobox
            label="Goes to"
            options={offered.map((one) => ({ value: refOf(one), label: `${one.title}: ${one.name}` }))}
            value={target && refOf(target)}
            onChange={(ref) => setTarget(offered.find((one) => refOf(one) === ref) ?? null)}
            onSearch={setWords}
          />
        </Field>
        <div className="flex items-end gap-2">
          <Field label="Each month" className="flex-1" error={typeof said === 'string' ? said : undefined}>
            <Input value={amount} onChange={setAmount} inputMode="decimal" />
          </Field>
          <Segmented
            label="In"
            value={unit}
            onChange={setUnit}
            options={[
              { value: 'percent', label: 'Percent' },
              { value: 'hours', label: 'Hours' },
            ]}
          />
        </div>
        {position && months.length === 0 && (
          <Notice tone="warn">{`“${position.title}” is not there in ${data.label}.`}</Notice>
        )}
        {set.error && <Notice tone="bad">{sentence(set.error)}</Notice>}
      </div>
    </Dialog>
  )
}
