import { useState } from 'react'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import { DeedFrame } from './DeedFrame.tsx'
import type { DeedProps } from './Deeds.tsx'

/** What an e-mail does not say of itself. */
export function CompleteDialog({ one, onDone: _, onClose }: DeedProps) {
  const [said, setSaid] = useState({
    ...{ title: one.title, purpose: one.purpose, hurry: one.hurry, impact: one.impact },
    ...{ department: one.department, typeId: one.typeId },
  })
  const types = useQuery(intake.types, {}).data?.items ?? []
  const complete = useCommand(intake.complete, { isQuiet: true })
  const set = (name: keyof typeof said) => (text: string) => setSaid((old) => ({ ...old, [name]: text }))
  const save = async () => {
    if (await complete.run({ id: one.id, version: one.version, ...said })) onClose()
  }
  return (
    <DeedFrame
      title="Complete the request"
      verb="Save"
      isBusy={complete.isRunning}
      problem={complete.error && sentence(complete.error)}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field label="Title">
        <Input value={said.title} onChange={set('title')} maxLength={200} />
      </Field>
      <Field label="Type">
        <Select
          value={said.typeId}
          options={types.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={set('typeId')}
        />
      </Field>
      <Field label="What is it for?">
        <Textarea value={said.purpose} onChange={set('purpose')} rows={4} />
      </Field>
      <Field label="Why so quickly?">
        <Textarea value={said.hurry} onChange={set('hurry')} rows={2} />
      </Field>
      <Field label="What is the impact?">
        <Textarea value={said.impact} onChange={set('impact')} rows={2} />
      </Field>
      <Field label="Department or firm" isOptional>
        <Input value={said.department} onChange={set('department')} maxLength={120} />
      </Field>
    </DeedFrame>
  )
}
