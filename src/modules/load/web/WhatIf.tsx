import { X } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../methods/days.ts'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import type { Change, Load } from '../contract.ts'
import { changeInWords } from './words.ts'

type WhatIfProps = { data: Load; changes: Change[]; setChanges: (changes: Change[]) => void }

/** Changes that are reckoned with and not stored. */
export function WhatIf({ data, changes, setChanges }: WhatIfProps) {
  return (
    <Card
      title="What if"
      hint="Reckoned, not saved: the figures on this page show how it would be"
      actions={
        changes.length > 0 && (
          <Button small look="quiet" onClick={() => setChanges([])}>
            As it is
          </Button>
        )
      }
    >
      <ul className="flex flex-col gap-1">
        {changes.map((change, at) => (
          <li key={JSON.stringify(change)} className="flex items-center gap-2">
            <span className="flex-1">{changeInWords(change, data)}</span>
            <IconButton
              label={`Leave out: ${changeInWords(change, data)}`}
              onClick={() => setChanges(changes.filter((_, place) => place !== at))}
            >
              <X size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-3 pt-2">
        <Hire today={data.today} onAdd={(change) => setChanges([...changes, change])} />
        <Away data={data} onAdd={(change) => setChanges([...changes, change])} />
        <ItemChange data={data} onAdd={(change) => setChanges([...changes, change])} />
      </div>
    </Card>
  )
}

type AddProps = { onAdd: (change: Change) => void }

function Hire({ today, onAdd }: AddProps & { today: string }) {
  const [name, setName] = useState('')
  const [startsOn, setStartsOn] = useState(addDays(today, 28))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="w-28 text-ink-3">Somebody new</span>
      <div className="min-w-32 flex-1">
        <Input aria-label="Name of the hire" placeholder="Second designer" value={name} onChange={setName} />
      </div>
      <Input aria-label="Starts on" type="date" value={startsOn} onChange={setStartsOn} />
      <Button
        small
        disabled={name.trim() === '' || startsOn === ''}
        onClick={() => {
          onAdd({ kind: 'hire', name: name.trim(), startsOn, minutesPerWeek: 2400 })
          setName('')
        }}
      >
        Add
      </Button>
    </div>
  )
}

const people = (data: Load) =>
  data.lines
    .filter((one) => one.people === 1 && one.id.startsWith('per'))
    .map((one) => ({ value: one.id, label: one.name }))

function Away({ data, onAdd }: AddProps & { data: Load }) {
  const options = people(data)
  const [personId, setPersonId] = useState('')
  const [from, setFrom] = useState(addDays(data.today, 7))
  const [to, setTo] = useState(addDays(data.today, 20))
  const chosen = personId || options[0]?.value
  if (!chosen) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="w-28 text-ink-3">Away</span>
      <div className="min-w-32 flex-1">
        <Select label="Who is away" value={chosen} onChange={setPersonId} options={options} />
      </div>
      <Input aria-label="Away from" type="date" value={from} onChange={setFrom} />
      <Input aria-label="Away to" type="date" value={to} onChange={setTo} />
      <Button small onClick={() => onAdd({ kind: 'leave', personId: chosen, from, to })}>
        Add
      </Button>
    </div>
  )
}

function ItemChange({ data, onAdd }: AddProps & { data: Load }) {
  const items = [...data.unassigned, ...data.unestimated].filter((one) => one.number > 0)
  const options = items.map((one) => ({ value: one.id, label: `W-${one.number} ${one.title}` }))
  const who = people(data)
  const [itemId, setItemId] = useState('')
  const [personId, setPersonId] = useState('')
  const item = itemId || options[0]?.value
  const person = personId || who[0]?.value
  if (!item || !person) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="w-28 text-ink-3">Item</span>
      <div className="min-w-40 flex-1">
        <Select label="Which item" value={item} onChange={setItemId} options={options} />
      </div>
      <Select label="Goes to" value={person} onChange={setPersonId} options={who} />
      <Button small onClick={() => onAdd({ kind: 'move', itemId: item, personId: person })}>
        Give
      </Button>
      <Button small onClick={() => onAdd({ kind: 'shift', itemId: item, days: 14 })}>
        Put off 14 days
      </Button>
    </div>
  )
}
