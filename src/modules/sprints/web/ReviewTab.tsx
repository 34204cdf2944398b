import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { type Detail, type Note, NoteText, parts, sprints } from '../contract.ts'
import { NoteLine } from './NoteLine.tsx'

const names = { product: 'Product', process: 'Process of the work', change: 'What we change' }
const hints = {
  product: 'What was made: what holds, what does not.',
  process: 'How it was made: what went well, what held us up.',
  change: 'Each becomes an improvement with a measure before and after.',
}

/** Two columns, and what comes of them. */
export function ReviewTab({ data }: { data: Detail }) {
  const [part, say] = useState<Note['part'] | null>(null)
  const [improving, improve] = useState<Note | null>(null)
  const note = useCommand(sprints.note, { isQuiet: true })
  useKeys({ n: () => say('product') })
  const write = (chosen: Note['part']) => (
    <Button small onClick={() => say(chosen)}>
      Say something
      <span className="sr-only">{`: ${names[chosen]}`}</span>
    </Button>
  )
  return (
    <>
      {data.sprint.can.plan && <FeedbackLink id={data.sprint.id} />}
      <div className="grid grid-cols-2 gap-(--gap) max-[760px]:grid-cols-1">
        {parts.map((one) => (
          <div key={one} className={one === 'change' ? 'col-span-full' : ''}>
            <Card title={names[one]} hint={hints[one]} actions={write(one)}>
              <Notes notes={data.notes.filter((each) => each.part === one)} onImprove={improve} data={data} />
            </Card>
          </div>
        ))}
      </div>
      {part && (
        <FormDialog
          title={names[part]}
          description="It is said under your name."
          onClose={() => say(null)}
          id={`sprint-note-${data.sprint.id}`}
          schema={z.object({ text: NoteText })}
          fields={[{ name: 'text', label: hints[part], kind: 'textarea', autoFocus: true }]}
          saveLabel="Say it"
          onSave={({ text }) => note.attempt({ id: data.sprint.id, part, text })}
        />
      )}
      {improving && <ImproveForm of={improving} onClose={() => improve(null)} />}
    </>
  )
}

type NotesProps = { notes: Note[]; onImprove: (note: Note) => void; data: Detail }
const Notes = ({ notes, onImprove, data }: NotesProps) =>
  notes.length === 0 ? (
    <p className="text-ink-2">Nobody has said anything yet.</p>
  ) : (
    <ul className="flex flex-col divide-y divide-line">
      {notes.map((one) => (
        <NoteLine
          key={one.id}
          note={one}
          {...(data.sprint.can.plan ? { onImprove: () => onImprove(one) } : {})}
        />
      ))}
    </ul>
  )

function FeedbackLink({ id }: { id: string }) {
  const make = useCommand(sprints.makeLink)
  const back = useCommand(sprints.takeLinksBack)
  const [path, setPath] = useState('')
  const run = async () => {
    const made = await make.run({ id })
    if (made) setPath(`${window.location.origin}${made.path}`)
  }
  const takeBack = async () => {
    if (!(await back.run({ id }))) return
    setPath('')
    toast('The links open nothing any more')
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button small isBusy={make.isRunning} onClick={() => void run()}>
        Ask people outside for feedback
      </Button>
      <Button small look="quiet" onClick={() => void takeBack()}>
        Take all links back
      </Button>
      {path && (
        <input
          aria-label="Link for feedback"
          readOnly
          value={path}
          onFocus={(event) => event.currentTarget.select()}
          className="h-(--control) min-w-60 flex-1 rounded-md border border-line bg-sunken px-2"
        />
      )}
    </div>
  )
}

const Draft = z.object({
  ownerId: z.string().min(1, 'needs somebody'),
  dueOn: z.iso.date('is not a date'),
  measure: z.string().min(1, 'needs words').max(120),
  unit: z.string().min(1, 'needs a unit').max(20),
})

function ImproveForm({ of, onClose }: { of: Note; onClose: () => void }) {
  const make = useCommand(sprints.improve, { isQuiet: true, alsoRefresh: ['teamwork'] })
  const people = (useQuery(identity.people, {}).data?.people ?? []).filter((one) => one.state !== 'disabled')
  return (
    <FormDialog
      title="Make an improvement of it"
      description={of.text}
      onClose={onClose}
      id={`sprint-improve-${of.id}`}
      schema={Draft}
      fields={[
        {
          ...{ name: 'ownerId', label: 'Sees to it', kind: 'combobox' },
          options: people.map((one) => ({ value: one.id, label: one.name })),
        },
        { name: 'dueOn', label: 'By', kind: 'date' },
        { name: 'measure', label: 'Measured by', placeholder: 'Days until legal has answered' },
        { name: 'unit', label: 'Unit', placeholder: 'days' },
      ]}
      saveLabel="Make it"
      onSave={(said) => make.attempt({ id: of.id, ...said })}
    />
  )
}
