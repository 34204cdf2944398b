import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Kbd } from '../../../ui/parts/Kbd.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Item, work } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { useKept } from './item/useKept.ts'
import { codeOf } from './item-words.tsx'
import { type Begun, closeNewItem, useBegun } from './new-item.ts'

/** Stands on every page and opens where somebody adds an item. */
export default function NewItem() {
  const begun = useBegun()
  return begun && <Adding begun={begun} />
}

function Adding({ begun }: { begun: Begun }) {
  const navigate = useNavigate()
  const { kept, keep } = useKept('new')
  const title = kept?.typed ?? begun.title ?? ''
  const { types, boards, chosen, choose } = useChoices(begun)
  const add = useCommand(work.add, { isQuiet: true })
  const save = async (opens: boolean) => {
    if (!title.trim() || add.isRunning) return
    const said = { title: title.trim(), ...chosen, ...(begun.parentId ? { parentId: begun.parentId } : {}) }
    const made = await add.attempt(said).catch(() => null)
    if (!made) return
    keep(null)
    closeNewItem()
    const open = () => void navigate({ to: `/work/items/${made.id}` })
    if (opens) open()
    else toast(`${codeOf(made)} added`, { action: { label: 'Open', run: open } })
  }
  return (
    <Dialog
      isOpen
      onClose={closeNewItem}
      title="New item"
      actions={
        <>
          <Button onClick={() => void save(true)} disabled={!title.trim()}>
            Add and open <Kbd keys="mod+Enter" />
          </Button>
          <Button
            look="primary"
            onClick={() => void save(false)}
            disabled={!title.trim()}
            isBusy={add.isRunning}
          >
            Add
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Title">
          <Input
            autoFocus
            maxLength={300}
            value={title}
            placeholder="What is to be done"
            onChange={(typed) => keep({ typed, was: '' })}
            onKeyDown={(event) => event.key === 'Enter' && void save(event.metaKey || event.ctrlKey)}
          />
        </Field>
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          <Field label="Type">
            <Select options={types} value={chosen.typeId ?? null} onChange={(typeId) => choose({ typeId })} />
          </Field>
          <Field label="Board">
            <Select
              options={boards}
              value={chosen.boardId ?? null}
              onChange={(boardId) => choose({ boardId })}
            />
          </Field>
        </div>
        {add.error && <Notice tone="bad">{sentence(add.error)}</Notice>}
        <Similar title={title} />
      </div>
    </Dialog>
  )
}

type Chosen = Partial<Pick<Item, 'typeId' | 'boardId' | 'stageId'>>

/** The type decides the board until somebody chooses one. */
function useChoices(begun: Begun) {
  const [said, setSaid] = useState<Chosen>({})
  const types = (useQuery(work.types, {}).data?.items ?? []).filter((one) => !one.isRetired)
  const boards = (useQuery(work.boards, {}).data?.items ?? []).filter((one) => one.can.write)
  const type = types.find((one) => one.id === (said.typeId ?? 'wty_task')) ?? types[0]
  const favourite = boards.find((one) => one.isFavourite) ?? boards[0]
  const boardId = said.boardId ?? begun.boardId ?? type?.boardId ?? favourite?.id
  const isBegun = begun.stageId !== undefined && boardId === begun.boardId
  const chosen: Chosen = {
    ...(type ? { typeId: type.id } : {}),
    ...(boardId ? { boardId } : {}),
    ...(isBegun ? { stageId: begun.stageId! } : {}),
  }
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  const choose = (patch: Chosen) => setSaid((old) => ({ ...old, ...patch }))
  return { types: types.map(named), boards: boards.map(named), chosen, choose }
}

/** What is like it already: often the work is under way. */
function Similar({ title }: { title: string }) {
  const asked = useQuery(work.similar, { title }, { isOn: title.trim().length > 2 })
  const items = title.trim().length > 2 ? (asked.data?.items ?? []) : []
  if (items.length === 0) return null
  return (
    <section aria-label="Similar items" aria-live="polite">
      <h3 className="mb-1 text-sm text-ink-3">Is it one of these already?</h3>
      <ul className="flex flex-col gap-1">
        {items.map((one) => (
          <li key={one.id} className="flex items-center gap-2">
            <a
              href={`/work/items/${one.number}`}
              target="_blank"
              rel="noreferrer"
              className="min-w-0 flex-1 truncate hover:underline"
            >
              {nameOf(one)}
            </a>
            <span className="text-sm text-ink-3">{one.board}</span>
            {one.isDone && <Badge tone="good">Done</Badge>}
          </li>
        ))}
      </ul>
    </section>
  )
}
