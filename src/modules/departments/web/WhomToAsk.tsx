import { BookUser } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import type { Column } from '../../../ui/list/columns.ts'
import { List } from '../../../ui/list/List.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Contact, departments } from '../contract.ts'
import { ContactForm } from './ContactForm.tsx'

/** 30 hours are “30 hours”, 48 are “2 days”. */
const within = (hours: number): string =>
  hours % 24 === 0 && hours >= 48 ? `${hours / 24} days` : hours === 1 ? '1 hour' : `${hours} hours`

const clockIn = (zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  }).format(new Date())

const columns: Column<Contact>[] = [
  {
    ...{ id: 'what', title: 'For what', value: (one) => one.what },
    cell: (one) => <span className="block truncate font-medium">{one.what}</span>,
  },
  { id: 'department', title: 'Department', value: (one) => one.page.name, width: 100 },
  { id: 'person', title: 'Whom to ask', value: (one) => one.person.name, width: 140 },
  { id: 'deputy', title: 'Deputy', value: (one) => one.deputy?.name ?? '', width: 120 },
  { id: 'channel', title: 'How', value: (one) => one.channel, width: 130 },
  {
    ...{ id: 'response', title: 'Answers within', value: (one) => one.responseHours, width: 110 },
    cell: (one) => within(one.responseHours),
  },
  {
    ...{ id: 'zone', title: 'There it is', value: (one) => one.timeZone, width: 90 },
    cell: (one) => <span title={one.timeZone}>{clockIn(one.timeZone)}</span>,
  },
]

/** Whom to ask for what, in every department. */
export function WhomToAsk() {
  const asked = useQuery(departments.directory, {})
  const [edited, edit] = useState<Contact | 'new' | null>(null)
  const remove = useCommand(departments.removeContact)
  const mine = asked.data?.mine ?? []
  const mayAdd = mine.length > 0
  useKeys({ c: () => edit('new') }, { isOn: mayAdd })
  const take = async (all: Contact[]) => {
    const gone = all.filter((one) => one.can.change)
    for (const { id } of gone) await remove.run({ id, isRemoved: true })
    const back = () => gone.forEach(({ id }) => void remove.run({ id, isRemoved: false }))
    toast(`${gone.length} taken out`, { undo: back })
  }
  const add = mayAdd && (
    <Button look="primary" onClick={() => edit('new')}>
      Say whom to ask
    </Button>
  )
  return (
    <>
      <div className="flex justify-end">{add}</div>
      <List<Contact>
        id="whom-to-ask"
        what="people to ask"
        columns={columns}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        onOpen={(one) =>
          one.can.change ? edit(one) : toast(`The people of ${one.page.name} change it.`, { tone: 'info' })
        }
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        {...(mayAdd ? { bulk: [{ label: 'Take out', run: take }] } : {})}
        empty={{
          icon: <BookUser size={24} />,
          children: 'Nobody has said whom to ask for what. The people of each department write it down.',
          action: add,
        }}
      />
      {edited && <ContactForm of={edited} mine={mine} onClose={() => edit(null)} />}
    </>
  )
}
