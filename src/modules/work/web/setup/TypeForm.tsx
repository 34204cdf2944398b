import { useState } from 'react'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Dialog } from '../../../../ui/parts/Dialog.tsx'
import { Field } from '../../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../../ui/parts/Input.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../../ui/query.ts'
import { type ItemType, work } from '../../contract.ts'
import { durationWords, minutesOf } from '../../rules.ts'

const anywhere = { value: 'none', label: 'The first board' }
type Draft = { name: string; summary: string; boardId: string; estimate: string; checklist: string }

const draftOf = (type: ItemType | undefined): Draft => ({
  ...{ name: type?.name ?? '', summary: type?.summary ?? '', boardId: type?.boardId ?? anywhere.value },
  estimate: type?.estimateMinutes ? durationWords(type.estimateMinutes) : '',
  checklist: type?.checklist.join('\n') ?? '',
})

const saidOf = (draft: Draft) => ({
  ...{ name: draft.name, summary: draft.summary, estimateMinutes: minutesOf(draft.estimate) },
  boardId: draft.boardId === anywhere.value ? null : draft.boardId,
  checklist: draft.checklist
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean),
})

export function TypeForm({ type, onClose }: { type: ItemType | undefined; onClose: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(type))
  const [problem, setProblem] = useState('')
  const boards = useQuery(work.boards, {}).data?.items ?? []
  const add = useCommand(work.addType, { isQuiet: true })
  const change = useCommand(work.changeType, { isQuiet: true })
  const say = (patch: Partial<Draft>) => setDraft((old) => ({ ...old, ...patch }))
  const save = async () => {
    try {
      const said = saidOf(draft)
      if (type) await change.attempt({ id: type.id, version: type.version, ...said })
      else await add.attempt(said)
      toast(`${said.name} saved`)
      onClose()
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  return (
    <Dialog isOpen title={type ? `Change ${type.name}` : 'New item type'} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label="Name">
          <Input required maxLength={60} value={draft.name} onChange={(name) => say({ name })} />
        </Field>
        <Field label="What it is" isOptional>
          <Input maxLength={200} value={draft.summary} onChange={(summary) => say({ summary })} />
        </Field>
        <Field label="Its items go to">
          <Select
            options={[anywhere, ...boards.map(({ id, name }) => ({ value: id, label: name }))]}
            value={draft.boardId}
            onChange={(boardId) => say({ boardId })}
          />
        </Field>
        <Field label="Estimate to begin with" hint="Such as 2 h or 1 d." isOptional>
          <Input value={draft.estimate} onChange={(estimate) => say({ estimate })} />
        </Field>
        <Field label="Checklist to begin with" hint="One line each." isOptional>
          <Textarea value={draft.checklist} onChange={(checklist) => say({ checklist })} />
        </Field>
        {problem && <Notice tone="bad">{problem}</Notice>}
        <Button type="submit" look="primary" className="self-end" disabled={!draft.name.trim()}>
          Save
        </Button>
      </form>
    </Dialog>
  )
}
