import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { budget } from '../../budget/contract.ts'
import { type Position, positions } from '../contract.ts'
import { Weight } from './Weight.tsx'

/** Choose the headcount line, see what it takes of it month by month, and ask. */
export function AskBudget({ position, onClose }: { position: Position; onClose: () => void }) {
  const [year, setYear] = useState<string | null>(null)
  const lines = useQuery(budget.headcount, year ? { year } : {})
  const years = useQuery(budget.years, {}).data?.items.filter((one) => one.state === 'approved') ?? []
  const [lineId, setLine] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const ask = useCommand(positions.ask, { isQuiet: true, alsoRefresh: ['identity', 'budget'] })
  const send = async () => {
    const done = lineId && (await ask.attempt({ id: position.id, lineId, reason }).catch(() => undefined))
    if (!done) return
    toast('Asked', { detail: 'Those who may decide have it in their inbox.' })
    onClose()
  }
  const options = (lines.data?.lines ?? [])
    .filter((one) => !one.isPlaceholder)
    .map(({ id, name, area }) => ({ value: id, label: name, hint: area }))
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Ask for its budget"
      description="For the fiscal year of the line. Somebody else decides."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!lineId} isBusy={ask.isRunning} onClick={() => void send()}>
            Ask
          </Button>
        </>
      }
    >
      {years.length > 1 && (
        <Field label="Fiscal year" className="mb-4">
          <Select
            options={years.map(({ id, label }) => ({ value: id, label }))}
            value={year ?? lines.data?.lines[0]?.yearId ?? null}
            onChange={(id) => {
              setYear(id)
              setLine(null)
            }}
          />
        </Field>
      )}
      <FaceOf
        isLoading={lines.isPending}
        error={lines.error}
        onRetry={lines.refetch}
        empty={
          options.length === 0 && {
            children: 'There is no headcount line. Add one of the kind people to the budget first.',
          }
        }
      >
        {() => (
          <div className="flex flex-col gap-4">
            <Field label="Headcount line">
              <Select options={options} value={lineId} onChange={setLine} />
            </Field>
            {lineId && <Weight id={position.id} lineId={lineId} />}
            <Field label="Why" isOptional>
              <Textarea value={reason} onChange={setReason} rows={2} maxLength={500} />
            </Field>
            {ask.error && <Notice tone="bad">{sentence(ask.error)}</Notice>}
          </div>
        )}
      </FaceOf>
    </Dialog>
  )
}
