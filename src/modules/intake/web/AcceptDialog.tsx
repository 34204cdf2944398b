import { useState } from 'react'
import { Switch } from '../../../ui/parts/Checkbox.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { trace } from '../../trace/contract.ts'
import { work } from '../../work/contract.ts'
import { intake } from '../contract.ts'
import { whyNotHours } from '../rules.ts'
import { type AcceptDraft, draftOf, termsOf, whyNotAccept } from './accept-draft.ts'
import { DeedFrame } from './DeedFrame.tsx'
import type { DeedProps } from './Deeds.tsx'
import { Displacing } from './Displacing.tsx'
import { PriceBefore } from './PriceBefore.tsx'

/** Yes: where, who, what it serves, by when, and what it displaces; the price stands there before. */
export function AcceptDialog({ one, onDone, onClose }: DeedProps) {
  const [draft, setDraft] = useState<AcceptDraft>(() => draftOf(one))
  const set = (patch: Partial<AcceptDraft>) => setDraft((old) => ({ ...old, ...patch }))
  const accept = useCommand(intake.accept, { isQuiet: true, alsoRefresh: ['work'] })
  const save = async () => {
    const done = await accept.run({ id: one.id, version: one.version, ...termsOf(draft) })
    if (done)
      onDone(
        done.state === 'consent' ? 'waits for consent' : `is ${done.item?.name ?? 'accepted'}`,
        done.version,
      )
  }
  return (
    <DeedFrame
      title={`Accept “${one.title}”`}
      verb={draft.isUrgent && draft.displacedId ? 'Ask for consent' : 'Accept'}
      isBusy={accept.isRunning}
      whyNot={whyNotAccept(draft, one.earliest.p85)}
      problem={accept.error && sentence(accept.error)}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Where draft={draft} set={set} />
      <Vision draft={draft} set={set} />
      <div className="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        <Field label="Hours, about" isOptional error={whyNotHours(draft.hours)}>
          <Input type="number" value={draft.hours} onChange={(hours) => set({ hours })} />
        </Field>
        <Field label="Promised for" isOptional>
          <DateInput
            label="Promised for"
            value={draft.promisedOn}
            onChange={(day) => set({ promisedOn: day ?? '' })}
          />
        </Field>
      </div>
      <Field label="It is urgent: something else waits for it" isInline>
        <Switch isOn={draft.isUrgent} onChange={(isUrgent) => set({ isUrgent })} />
      </Field>
      {draft.isUrgent && draft.boardId && <Displacing draft={draft} set={set} />}
      {whyNotHours(draft.hours) === null && <PriceBefore id={one.id} draft={draft} />}
      <Field label="To whoever asked" isOptional>
        <Textarea value={draft.words} onChange={(words) => set({ words })} rows={2} maxLength={2000} />
      </Field>
    </DeedFrame>
  )
}

export type DraftProps = { draft: AcceptDraft; set: (patch: Partial<AcceptDraft>) => void }

function Where({ draft, set }: DraftProps) {
  const boards = useQuery(work.boards, {}).data?.items ?? []
  const types = useQuery(work.types, {}).data?.items ?? []
  const people = useQuery(identity.people, {}).data?.people ?? []
  return (
    <div className="grid grid-cols-3 gap-4 narrow:grid-cols-1">
      <Field label="Board">
        <Select
          value={draft.boardId}
          options={boards.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(boardId) => set({ boardId, displacedId: null })}
        />
      </Field>
      <Field label="Type">
        <Select
          value={draft.typeId}
          options={types.filter((one) => !one.isRetired).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(typeId) => set({ typeId })}
        />
      </Field>
      <Field label="Assignee" isOptional>
        <Combobox
          value={draft.assigneeId}
          options={people
            .filter((one) => one.state !== 'disabled')
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(assigneeId) => set({ assigneeId })}
          isClearable
        />
      </Field>
    </div>
  )
}

function Vision({ draft, set }: DraftProps) {
  const [words, search] = useState('')
  const found =
    useQuery(trace.candidates, { kind: 'item', id: 'new', words }, { keepsOld: true }).data?.items ?? []
  return (
    <div className="grid grid-cols-2 gap-4 narrow:grid-cols-1">
      <Field label="Serves" hint="Or say why it is not vision: one of the two is needed.">
        <Combobox
          value={draft.serves}
          options={found.map((one) => ({
            ...{ value: `${one.kind} ${one.id}`, label: one.name ?? '', hint: one.title },
          }))}
          onSearch={search}
          onChange={(serves) => set({ serves })}
          isClearable
        />
      </Field>
      {!draft.serves && (
        <Field label="Or why it is not vision">
          <Input value={draft.notVision} onChange={(notVision) => set({ notVision })} maxLength={300} />
        </Field>
      )}
    </div>
  )
}
