import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button, IconButton } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { Checkbox } from '../../../../ui/parts/Checkbox.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../../ui/query.ts'
import { type Detail, work } from '../../contract.ts'
import { useKept } from './useKept.ts'

type Check = Detail['checks'][number]

/** Arrows go from line to line, Space ticks, Enter puts a line in other words, Delete takes it away. */
export function Checks({ detail, canEdit }: { detail: Detail; canEdit: boolean }) {
  const { checks, item } = detail
  const done = checks.filter((one) => one.isDone).length
  if (checks.length === 0 && !canEdit) return null
  return (
    <Card title="Checklist" hint={checks.length > 0 ? `${done} of ${checks.length} done` : undefined}>
      <div data-checks="">
        {['', ...detail.lists].map((list) => (
          <section key={list} aria-label={list || 'Lines'}>
            {list && <h3 className="mt-2 font-medium text-ink-2">{list}</h3>}
            <ul className="flex flex-col gap-0.5">
              {checks
                .filter((one) => one.list === list)
                .map((one) => (
                  <Line key={one.id} one={one} itemId={item.id} canEdit={canEdit} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      {canEdit && <AddLine id={item.id} />}
    </Card>
  )
}

/** The checkbox of the line above or below. */
function step(event: KeyboardEvent, by: 1 | -1): void {
  const all = [
    ...(event.currentTarget.closest('[data-checks]')?.querySelectorAll<HTMLElement>('[role=checkbox]') ?? []),
  ]
  all[all.indexOf(event.target as HTMLElement) + by]?.focus()
}

function Line({ one, itemId, canEdit }: { one: Check; itemId: string; canEdit: boolean }) {
  const [typed, setTyped] = useState<string | null>(null)
  const change = useCommand(work.changeCheck)
  const remove = useRemoving(itemId, one)
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).getAttribute('role') !== 'checkbox') return
    const runs = new Map([
      ['ArrowDown', () => step(event, 1)],
      ['ArrowUp', () => step(event, -1)],
      ['Enter', () => setTyped(one.text)],
      ['Delete', () => void remove()],
      ['Backspace', () => void remove()],
    ])
    const run = canEdit || event.key.startsWith('Arrow') ? runs.get(event.key) : undefined
    if (!run) return
    event.preventDefault()
    run()
  }
  const save = async () => {
    const text = typed?.trim()
    if (!text || text === one.text || (await change.run({ id: one.id, text }))) setTyped(null)
  }
  return (
    <li onKeyDown={onKeyDown} className="group flex min-h-8 items-center gap-2">
      <Checkbox
        label={one.text}
        isOn={one.isDone}
        isDisabled={!canEdit}
        onChange={(isDone) => void change.run({ id: one.id, isDone })}
      />
      {typed === null ? (
        <span
          aria-hidden="true"
          className={`min-w-0 flex-1 break-words ${one.isDone ? 'text-ink-3 line-through' : ''}`}
        >
          {one.text}
        </span>
      ) : (
        <Input
          autoFocus
          aria-label="Line"
          maxLength={200}
          value={typed}
          onChange={setTyped}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save()
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setTyped(null)
          }}
        />
      )}
      {canEdit && (
        <IconButton small label={`Take “${one.text}” away`} keys="Delete" onClick={() => void remove()}>
          <X size={14} />
        </IconButton>
      )}
    </li>
  )
}

/** Takes a line away and offers it back, at the end of the list. */
function useRemoving(itemId: string, one: Check) {
  const take = useCommand(work.removeCheck)
  const add = useCommand(work.addCheck)
  const change = useCommand(work.changeCheck)
  const back = async () => {
    const done = await add.run({ id: itemId, text: one.text })
    const last = done?.items.at(-1)
    if (last && one.isDone) await change.run({ id: last.id, isDone: true })
  }
  return async () => {
    if (await take.run({ id: one.id })) toast('Line taken away', { undo: () => void back() })
  }
}

function AddLine({ id }: { id: string }) {
  const { kept, keep } = useKept(`${id}.check`)
  const add = useCommand(work.addCheck)
  const text = kept?.typed ?? ''
  const save = async () => {
    if (text.trim() && (await add.run({ id, text: text.trim() }))) keep(null)
  }
  return (
    <form
      className="mt-2 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input
        aria-label="Add a line to the checklist"
        placeholder="Add a line"
        maxLength={200}
        value={text}
        onChange={(typed) => keep(typed ? { typed, was: '' } : null)}
      />
      <Button type="submit" icon={<Plus size={14} />} disabled={!text.trim()}>
        Add
      </Button>
    </form>
  )
}
