import { useState } from 'react'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { todayIn } from '../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Routine, routines, type Terms } from '../contract.ts'
import { RuleField, RulePreview } from './RuleField.tsx'
import { ZoneField } from './ZoneField.tsx'

type Draft = Omit<Terms, 'lead' | 'endsOn'> & {
  name: string
  templateId: string
  lead: string
  endsOn: string
}
type RoutineFormProps = { routine: Routine | null; onClose: () => void; onSaved: (one: Routine) => void }

const shifts = [
  { value: 'before', label: 'Due on the working day before' },
  { value: 'after', label: 'Due on the working day after' },
  { value: 'keep', label: 'Due on that day all the same' },
] as const
const missed = [
  { value: 'make', label: 'Make them late, and say so' },
  { value: 'skip', label: 'Skip them' },
] as const

const draftOf = (one: Routine | null, zone: string): Draft => {
  if (one) return { ...one, templateId: one.template.id, lead: String(one.lead), endsOn: one.endsOn ?? '' }
  const startsOn = todayIn(zone)
  return {
    ...{ name: '', templateId: '', rule: 'FREQ=WEEKLY;BYDAY=MO', zone, startsOn, time: '09:00' },
    ...{ endsOn: '', lead: '0', shift: 'before', missed: 'make' },
  }
}

const termsOf = ({ lead, endsOn, ...draft }: Draft) => ({
  ...draft,
  ...{ lead: lead.trim() === '' ? Number.NaN : Number(lead), endsOn: endsOn || null },
})

/** Begin a routine, or change one; what it comes to shows while it is typed. */
export function RoutineForm({ routine, onClose, onSaved }: RoutineFormProps) {
  const { timeZone } = useOrganisation()
  const { opened, open, newer } = useOpened<Routine | null>(routine)
  const [draft, setDraft] = useState(() => draftOf(opened, timeZone))
  const [problem, setProblem] = useState('')
  const add = useCommand(routines.add, { isQuiet: true })
  const change = useCommand(routines.change, { isQuiet: true })
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }))
  const save = async () => {
    try {
      const { id, version } = opened ?? { id: '', version: 0 }
      const { name, templateId, ...terms } = termsOf(draft)
      const said = { ...pickTerms(terms), name, templateId }
      const saved = opened ? await change.attempt({ ...said, id, version }) : await add.attempt(said)
      onClose()
      onSaved(saved)
    } catch (error) {
      setProblem(sentence(error))
    }
  }
  const load = () => {
    if (!newer) return
    open(newer)
    setDraft(draftOf(newer, timeZone))
  }
  return (
    <Dialog
      isOpen
      size="large"
      onClose={onClose}
      title={opened ? `Change ${opened.name}` : 'Begin a routine'}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {newer && <Meanwhile by={newer.changedBy} what="this routine" onLoad={load} />}
        <What draft={draft} set={set} />
        <RuleField value={draft.rule} startsOn={draft.startsOn} onChange={(rule) => set({ rule })} />
        <WhenFields draft={draft} set={set} />
        <RulePreview terms={termsOf(draft)} />
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="flex gap-2">
          <Button look="primary" type="submit" isBusy={add.isRunning || change.isRunning}>
            {opened ? 'Save' : 'Begin it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}

const pickTerms = ({ rule, zone, startsOn, time, endsOn, lead, shift, missed }: Terms): Terms => ({
  ...{ rule, zone, startsOn, time, endsOn, lead, shift, missed },
})

type PartProps = { draft: Draft; set: (patch: Partial<Draft>) => void }

function What({ draft, set }: PartProps) {
  const known = useQuery(routines.templates, {}).data?.items
  if (known?.length === 0)
    return (
      <EmptyState
        action={
          <Button look="primary" to="/item-templates?show=new">
            Write an item template
          </Button>
        }
      >
        A routine makes items from a template, and there is none yet.
      </EmptyState>
    )
  return (
    <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
      <Field label="Name">
        <Input autoFocus value={draft.name} onChange={(name) => set({ name })} />
      </Field>
      <Field label="Makes items from">
        <Select
          value={draft.templateId || null}
          placeholder="Choose a template"
          options={(known ?? []).map(({ id, name, board }) => ({ value: id, label: name, hint: board.name }))}
          onChange={(templateId) => set({ templateId })}
        />
      </Field>
    </div>
  )
}

function WhenFields({ draft, set }: PartProps) {
  return (
    <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
      <Field label="First day">
        <DateInput value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
      </Field>
      <Field label="Last day" isOptional>
        <DateInput value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />
      </Field>
      <Field label="Time of day" hint="When items are made, by the clock of the zone.">
        <Input value={draft.time} onChange={(time) => set({ time })} className="tabular" />
      </Field>
      <ZoneField value={draft.zone} onChange={(zone) => set({ zone })} />
      <Field label="Made so many working days before it is due">
        <Input
          inputMode="numeric"
          className="tabular"
          value={draft.lead}
          onChange={(lead) => set({ lead })}
        />
      </Field>
      <Field label="Where its day is free">
        <Select value={draft.shift} options={shifts} onChange={(shift) => set({ shift })} />
      </Field>
      <Field label="Those missed while the server was down">
        <Select value={draft.missed} options={missed} onChange={(next) => set({ missed: next })} />
      </Field>
    </div>
  )
}
