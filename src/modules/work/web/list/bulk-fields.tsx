import { useState } from 'react'
import { Combobox } from '../../../../ui/parts/Combobox.tsx'
import { Field } from '../../../../ui/parts/Field.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { trace } from '../../../trace/contract.ts'
import type { Item } from '../../contract.ts'
import { optionsOf, priorityTitles } from '../item-words.tsx'
import { usePeople } from '../usePeople.ts'
import type { BulkFieldProps } from './BulkDialog.tsx'

const nobody = { value: 'nobody', label: 'Nobody' }

export function AssignField({ onChange }: BulkFieldProps) {
  const [id, setId] = useState<string | null>(null)
  const people = usePeople().filter((one) => one.hasAccess)
  const choose = (next: string | null) => {
    setId(next)
    onChange(next === null ? null : { patch: { assigneeIds: next === nobody.value ? [] : [next] } })
  }
  return (
    <Field label="Assignee">
      <Combobox
        options={[nobody, ...people.map((one) => ({ value: one.id, label: one.name }))]}
        value={id}
        onChange={choose}
      />
    </Field>
  )
}

export function DueField({ onChange }: BulkFieldProps) {
  const [on, setOn] = useState('')
  const choose = (next: string) => {
    setOn(next)
    onChange({ patch: { dueOn: next || null } })
  }
  return (
    <Field label="Due day" hint="Cleared, none of them is due.">
      <Input autoFocus type="date" value={on} onChange={choose} />
    </Field>
  )
}

export function PriorityField({ onChange }: BulkFieldProps) {
  const [value, setValue] = useState<Item['priority'] | null>(null)
  const choose = (priority: Item['priority']) => {
    setValue(priority)
    onChange({ patch: { priority } })
  }
  return (
    <Field label="Priority">
      <Select options={optionsOf(priorityTitles)} value={value} onChange={choose} />
    </Field>
  )
}

const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]

export function LabelsField({ onChange }: BulkFieldProps) {
  const [said, setSaid] = useState({ add: '', remove: '' })
  const say = (patch: Partial<typeof said>) => {
    const next = { ...said, ...patch }
    setSaid(next)
    const [addLabels, removeLabels] = [wordsOf(next.add), wordsOf(next.remove)]
    onChange(addLabels.length + removeLabels.length > 0 ? { patch: {}, addLabels, removeLabels } : null)
  }
  return (
    <>
      <Field label="Add" hint="Several with commas between them." isOptional>
        <Input autoFocus value={said.add} onChange={(add) => say({ add })} />
      </Field>
      <Field label="Take away" isOptional>
        <Input value={said.remove} onChange={(remove) => say({ remove })} />
      </Field>
    </>
  )
}

const nothing = { value: 'nothing', label: 'Nothing' }

export function ServesField({ ids, onChange }: BulkFieldProps) {
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null)
  const found = useQuery(trace.candidates, { kind: 'item', id: ids[0] ?? '', words })
  const options = [
    nothing,
    ...(found.data?.items ?? []).map((one) => ({
      value: `${one.kind}/${one.id}`,
      label: `${one.title}: ${one.name}`,
    })),
  ]
  const offered =
    picked && !options.some((one) => one.value === picked.value) ? [picked, ...options] : options
  const choose = (value: string | null) => {
    const next = offered.find((one) => one.value === value) ?? null
    setPicked(next)
    const [kind = '', id = ''] = (next?.value ?? '').split('/')
    onChange(next && { patch: {}, serves: next.value === nothing.value ? null : { kind, id } })
  }
  return (
    <Field label="Serves" hint="A goal, a campaign, a launch or another item.">
      <Combobox options={offered} value={picked?.value ?? null} onChange={choose} onSearch={setWords} />
    </Field>
  )
}
