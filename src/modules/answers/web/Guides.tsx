import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { answers, type GuideLine } from '../contract.ts'
import { phases } from './guide-words.ts'
import { Prose } from './Prose.tsx'

type GuidesProps = { kind: string; id: string }

/** The guides that serve a record, by phase of the work; nothing where there are none and none can be added. */
export function Guides({ kind, id }: GuidesProps) {
  const can = useCan()
  const mayWrite = can('answers:write')
  const asked = useQuery(answers.guidesFor, { kind, id }, { isOn: can('answers:read') })
  const items = asked.data?.items ?? []
  if (!asked.data || (items.length === 0 && !mayWrite)) return null
  return (
    <Card
      title="Guides"
      hint="Short documents that help with this kind of work."
      actions={mayWrite && <Add kind={kind} id={id} known={items} />}
    >
      <div className="flex flex-col gap-4">
        {items.length === 0 && <p className="text-ink-2">No guide is shown here yet.</p>}
        {phases.map(({ value, label }) => {
          const own = items.filter((one) => one.phase === value)
          if (own.length === 0) return null
          return (
            <section key={value} aria-label={label} className="flex flex-col gap-1.5">
              <h3 className="text-sm text-ink-3">{label}</h3>
              {own.map((one) => (
                <Shown key={one.id} guide={one} kind={kind} id={id} />
              ))}
            </section>
          )
        })}
      </div>
    </Card>
  )
}

type ShownProps = GuidesProps & { guide: GuideLine & { body: string } }

function Shown({ guide, kind, id }: ShownProps) {
  const { set, isBusy } = useServing(kind, id)
  const mayWrite = useCan()('answers:write')
  const isOwn = guide.serves.some((one) => one.kind === kind && one.id === id)
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="cursor-pointer font-medium">{guide.title}</summary>
      <div className="mt-2 flex flex-col items-start gap-2">
        <Prose text={guide.body} />
        <div className="flex flex-wrap gap-2">
          <Button small look="quiet" to={`/guides/${guide.id}`}>
            Open the guide
          </Button>
          {mayWrite && isOwn && (
            <Button small look="quiet" isBusy={isBusy} onClick={() => void set(guide, false)}>
              Not here
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}

function useServing(kind: string, recordId: string) {
  const serve = useCommand(answers.serve)
  const run = (id: string, isServed: boolean) => serve.run({ id, kind, recordId, isServed })
  const set = async ({ id, title }: { id: string; title: string }, isServed: boolean) => {
    if (!(await run(id, isServed))) return
    toast(isServed ? `“${title}” is shown here` : `“${title}” is not shown here any more`, {
      undo: () => void run(id, !isServed),
    })
  }
  return { set, isBusy: serve.isRunning }
}

function Add({ kind, id, known }: GuidesProps & { known: GuideLine[] }) {
  const [isOpen, setOpen] = useState(false)
  const all = useQuery(answers.guides, {}, { isOn: isOpen }).data?.items ?? []
  const { set } = useServing(kind, id)
  const rest = all.filter((one) => !known.some((other) => other.id === one.id))
  const choose = (chosen: string | null) => {
    const guide = rest.find((one) => one.id === chosen)
    if (guide) void set(guide, true)
    setOpen(false)
  }
  if (!isOpen)
    return (
      <Button small look="quiet" onClick={() => setOpen(true)}>
        Show another
      </Button>
    )
  return (
    <Combobox
      label="Guide to show here"
      placeholder={rest.length === 0 ? 'No other guide' : 'Guide'}
      value={null}
      options={rest.map((one) => ({ value: one.id, label: one.title }))}
      onChange={choose}
    />
  )
}
