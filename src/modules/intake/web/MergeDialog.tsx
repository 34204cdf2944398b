import { useState } from 'react'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { work } from '../../work/contract.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { DeedFrame } from './DeedFrame.tsx'
import type { DeedProps } from './Deeds.tsx'

/** Into another request or an item; those that resemble it come first. */
export function MergeDialog({ one, onDone, onClose }: DeedProps) {
  const [into, setInto] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const merge = useCommand(intake.merge, { isQuiet: true })
  const { options, search } = useTargets(one.id)
  const save = async () => {
    const [kind, id] = (into ?? '').split(' ')
    const where = kind === 'item' ? { itemId: id! } : { requestId: id! }
    const done = await merge.run({ id: one.id, version: one.version, words, ...where })
    if (done) onDone('is merged', done.version)
  }
  return (
    <DeedFrame
      title={`Merge “${one.title}”`}
      description="Whoever asked follows the other one from then on."
      verb="Merge"
      isBusy={merge.isRunning}
      isReady={into !== null}
      problem={merge.error && sentence(merge.error)}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label="Into" hint="Those that resemble it come first; type to find others.">
        <Combobox value={into} options={options} onChange={setInto} onSearch={search} isClearable />
      </Field>
      <Field label="In your words" isOptional>
        <Textarea value={words} onChange={setWords} rows={2} maxLength={2000} />
      </Field>
    </DeedFrame>
  )
}

function useTargets(id: string) {
  const [q, search] = useState('')
  const like = useQuery(intake.alike, { id }).data
  const requests = useQuery(intake.list, { q, limit: 20 }, { isOn: q.length > 1, keepsOld: true }).data?.items
  const items = useQuery(work.items, { q, limit: 20 }, { isOn: q.length > 1, keepsOld: true }).data?.items
  const found =
    q.length > 1 ? { requests: requests ?? [], items: items ?? [] } : (like ?? { requests: [], items: [] })
  const options = [
    ...found.requests
      .filter((one) => one.id !== id)
      .map((one) => ({ value: `request ${one.id}`, label: `${nameOf(one.number)} ${one.title}` })),
    ...found.items.map((one) => ({ value: `item ${one.id}`, label: `W-${one.number} ${one.title}` })),
  ]
  return { options, search }
}
