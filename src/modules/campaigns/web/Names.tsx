import { X } from 'lucide-react'
import { useState } from 'react'
import { count } from '../../../ui/format/number.ts'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Campaign, campaigns } from '../contract.ts'

/** What a campaign is called in other systems, and the guests who have its brief. */
export const Names = ({ one }: { one: Campaign }) => (
  <div className="grid grid-cols-2 items-start gap-(--gap) max-[960px]:grid-cols-1">
    <Sources one={one} />
    <Guests one={one} />
  </div>
)

function Sources({ one }: { one: Campaign }) {
  const [words, setWords] = useState('')
  const found = useQuery(campaigns.sources, { search: words })
  const set = useCommand(campaigns.setSources)
  const own = one.sources.map((source) => source.name)
  const save = (names: string[]) => void set.run({ id: one.id, names })
  const free = (found.data?.items ?? []).filter((item) => item.campaign === null)
  return (
    <Card
      title="Names in other systems"
      hint="Its figures are counted by these, and by those of what belongs to it."
    >
      <div className="flex flex-col gap-3">
        {one.sources.length === 0 && <p className="text-ink-3">No name yet: no figure can be counted.</p>}
        <ul className="flex flex-col gap-1">
          {one.sources.map(({ name, isImported }) => (
            <li key={name} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 break-words">{name}</span>
              {!isImported && <Badge tone="warn">Not imported</Badge>}
              {one.can.share && (
                <IconButton
                  small
                  label={`Take ${name} away`}
                  onClick={() => save(own.filter((other) => other !== name))}
                >
                  <X size={14} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {one.can.share && (
          <Field label="Add a name that was imported">
            <Combobox
              options={free.map((item) => ({
                value: item.name,
                label: item.name,
                hint: `${count(item.rows)} ${item.rows === 1 ? 'row' : 'rows'}`,
              }))}
              value={null}
              onChange={(name) => name && save([...own, name])}
              onSearch={setWords}
            />
          </Field>
        )}
        {found.data && found.data.unmatched > 0 && (
          <p className="text-sm text-ink-3">
            {`${count(found.data.unmatched)} imported names belong to no campaign.`}
          </p>
        )}
      </div>
    </Card>
  )
}

function Guests({ one }: { one: Campaign }) {
  const people = useQuery(campaigns.guestChoices, {}, { isOn: one.can.share }).data?.people ?? []
  const set = useCommand(campaigns.setGuests)
  const own = one.guests.map((guest) => guest.id)
  const save = (ids: string[]) => void set.run({ id: one.id, people: ids })
  return (
    <Card title="Guests" hint="They see the brief, and nothing of targets, figures and costs.">
      <div className="flex flex-col gap-3">
        {one.guests.length === 0 && <p className="text-ink-3">Nobody from outside has this brief.</p>}
        <ul className="flex flex-col gap-1">
          {one.guests.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-2">
              <span className="min-w-0 flex-1">{name}</span>
              {one.can.share && (
                <IconButton
                  small
                  label={`Take it from ${name}`}
                  onClick={() => save(own.filter((other) => other !== id))}
                >
                  <X size={14} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        {one.can.share && people.length > 0 && (
          <Field label="Give it to">
            <Combobox
              options={people
                .filter((person) => !own.includes(person.id))
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={null}
              onChange={(id) => id && save([...own, id])}
            />
          </Field>
        )}
        {one.can.share && people.length === 0 && (
          <Notice>Nobody has the role of a guest yet; invite them on the page of people first.</Notice>
        )}
      </div>
    </Card>
  )
}
