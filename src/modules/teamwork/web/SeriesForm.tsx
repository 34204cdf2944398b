import type { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { useCommand } from '../../../ui/query.ts'
import { PeopleField } from '../../departments/web/index.ts'
import { type Board, SeriesTerms, teamwork } from '../contract.ts'
import { everyTitle, kindTitle } from '../rules.ts'
import { useMyId, usePeople } from './people.ts'

const Draft = SeriesTerms.extend({
  peopleIds: SeriesTerms.shape.peopleIds.default([]),
  guestIds: SeriesTerms.shape.guestIds.default([]),
})
const optionsOf = (titles: Record<string, string>) =>
  Object.entries(titles).map(([value, label]) => ({ value, label }))

type SeriesFormProps = { of: Board | null; onClose: () => void; onSaved?: (saved: Board) => void }

/** Who meets, how often, and when next; guests read along. */
export function SeriesForm({ of, onClose, onSaved }: SeriesFormProps) {
  const { opened, open, newer } = useOpened<Board | null>(of)
  const add = useCommand(teamwork.addSeries, { isQuiet: true })
  const change = useCommand(teamwork.changeSeries, { isQuiet: true })
  const me = useMyId()
  const { present } = usePeople()
  const save = ({ kind, ...said }: z.output<typeof Draft>) =>
    opened
      ? change.attempt({ id: opened.id, version: opened.version, ...said })
      : add.attempt({ kind, ...said })
  const kind = {
    ...{ name: 'kind' as const, label: 'Kind', kind: 'select' as const, options: optionsOf(kindTitle) },
    hint: 'A one-to-one is seen by its two people alone.',
  }
  return (
    <FormDialog
      key={opened?.version ?? 0}
      title={opened ? `Change ${opened.name}` : 'Begin a series of check-ins'}
      onClose={onClose}
      id={opened ? `series-${opened.id}-${opened.version}` : 'series-new'}
      schema={Draft}
      initial={
        opened ? initialOf(opened) : { kind: 'executive', every: 'fortnight', peopleIds: [me], guestIds: [] }
      }
      fields={[
        { name: 'name', label: 'Name', autoFocus: true },
        ...(opened ? [] : [kind]),
        { name: 'every', label: 'How often', kind: 'select', options: optionsOf(everyTitle) },
        { name: 'nextOn', label: 'Next on', kind: 'date' },
        peopleField('peopleIds', 'People', present),
        ...(opened?.kind === 'one-to-one'
          ? []
          : [peopleField('guestIds', 'Guests, who read along', present)]),
      ]}
      onSave={save}
      onSaved={(saved) => onSaved?.(saved)}
    >
      {newer && <Meanwhile by={null} what="this check-in" onLoad={() => open(newer)} />}
    </FormDialog>
  )
}

const peopleField = <N extends 'peopleIds' | 'guestIds'>(
  name: N,
  label: string,
  present: ReturnType<typeof usePeople>['present'],
) => ({
  ...{ name, label, kind: 'custom' as const, isOptional: name === 'guestIds' },
  render: ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => (
    <PeopleField people={present} value={(value as string[] | undefined) ?? []} onChange={onChange} />
  ),
})

const initialOf = (one: Board) => ({
  ...{ name: one.name, kind: one.kind, every: one.every, nextOn: one.nextOn ?? '' },
  ...{ peopleIds: one.people.map(({ id }) => id), guestIds: one.guests.map(({ id }) => id) },
})
