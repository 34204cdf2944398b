import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { work } from '../../work/contract.ts'
import type { Understood } from '../contract.ts'

type Props = { one: Understood; say: (said: object) => Promise<void> }

const kinds = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'active', label: 'Active' },
  { value: 'done', label: 'Done' },
]

/** The board it goes to: one that is there, or a new one. */
export function Target({ one, say }: Props) {
  const { data } = useQuery(work.boards, {})
  const boards = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card title="Board" hint="Where the items go">
      <Combobox
        label="Board"
        options={[{ value: 'new', label: `A new board: ${one.boardName}` }, ...boards]}
        value={one.boardId ?? 'new'}
        onChange={(id) => void say({ boardId: id === 'new' || id === null ? null : id, stages: {} })}
      />
    </Card>
  )
}

/** Each column over there, and the stage or the kind of stage it becomes. */
export function Stages({ one, say }: Props) {
  const { data: board } = useQuery(work.board, { id: one.boardId ?? '' }, { isOn: one.boardId !== null })
  const own = (board?.stages ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const said = (name: string, value: string) =>
    one.boardId
      ? say({
          stages: {
            ...Object.fromEntries(one.stages.map((stage) => [stage.name, stage.stageId ?? ''])),
            [name]: value,
          },
        })
      : say({
          kinds: {
            ...Object.fromEntries(one.stages.map((stage) => [stage.name, stage.kind])),
            [name]: value,
          },
        })
  return (
    <Card
      title="Stages"
      hint={one.boardId ? 'Where the items of each column go' : 'What kind of stage each column becomes'}
    >
      <ul className="flex flex-col divide-y divide-line">
        {one.stages.map((stage) => (
          <li key={stage.name} className="flex flex-wrap items-center gap-3 py-2">
            <span className="min-w-0 flex-1 truncate font-medium">{stage.name}</span>
            <span className="tabular text-ink-2">{stage.items}</span>
            <Select
              small
              label={`What ${stage.name} becomes`}
              options={one.boardId ? own : kinds}
              value={one.boardId ? stage.stageId : stage.kind}
              onChange={(value) => void said(stage.name, value)}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Who each person over there is here; who is nobody here stays named on the item. */
export function People({ one, say }: Props) {
  const { data } = useQuery(identity.people, {})
  const here = (data?.people ?? []).map(({ id, name, title }) => ({ value: id, label: name, hint: title }))
  const set = (key: string, personId: string | null) =>
    say({
      people: {
        ...Object.fromEntries(one.people.map((person) => [person.key, person.personId])),
        [key]: personId,
      },
    })
  return (
    <Card title="People" hint="Who they are here; those who are nobody here stay named on their items">
      <ul className="flex flex-col divide-y divide-line">
        {one.people.map((person) => (
          <li key={person.key} className="flex flex-wrap items-center gap-3 py-2">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{person.name || person.email}</span>{' '}
              <span className="text-ink-2">{person.email}</span>
            </span>
            <span className="tabular text-ink-2">{person.items}</span>
            <Combobox
              label={`Who ${person.name || person.email} is here`}
              options={[{ value: 'nobody', label: 'Nobody here' }, ...here]}
              value={person.personId ?? 'nobody'}
              onChange={(id) => void set(person.key, id === 'nobody' || id === null ? null : id)}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
