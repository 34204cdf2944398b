import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'
import { useCommand } from '../../../../ui/query.ts'
import { type Detail, work } from '../../contract.ts'
import { nameOf } from '../../rules.ts'
import { ItemSearch } from './ItemSearch.tsx'
import { People } from './PeopleMenu.tsx'
import type { ItemEdit } from './useItemEdit.ts'
import { useKept } from './useKept.ts'

type PartsProps = { detail: Detail; edit: ItemEdit; canEdit: boolean }

/** What an item is part of, and its own parts. */
export function Parts({ detail, edit, canEdit }: PartsProps) {
  const { parts, parent, item } = detail
  const done = parts.filter((one) => one.doneAt).length
  if (!canEdit && parts.length === 0 && !parent) return null
  return (
    <Card title="Parts" hint={parts.length > 0 ? `${done} of ${parts.length} done` : undefined}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-ink-3">Part of</span>
          {parent && (
            <Link to={`/work/items/${parent.id}`} className="text-accent-ink hover:underline">
              {nameOf(parent)}
            </Link>
          )}
          {canEdit ? (
            <div className="min-w-52 flex-1">
              <ItemSearch
                label="Item above"
                value={parent}
                onChange={(above) => void edit.save({ parentId: above?.id ?? null })}
                except={[item.id, ...parts.map((one) => one.id)]}
              />
            </div>
          ) : (
            !parent && <span>nothing</span>
          )}
        </div>
        <ul className="flex flex-col">
          {parts.map((one) => (
            <li key={one.id} className="flex min-h-8 items-center gap-2">
              <Link to={`/work/items/${one.id}`} className="min-w-0 flex-1 truncate hover:underline">
                {nameOf(one)}
              </Link>
              {one.assignees.length > 0 && <People value={one.assignees} />}
              {one.doneAt && <Badge tone="good">Done</Badge>}
            </li>
          ))}
        </ul>
        {canEdit && <AddPart detail={detail} />}
      </div>
    </Card>
  )
}

function AddPart({ detail: { item } }: { detail: Detail }) {
  const { kept, keep } = useKept(`${item.id}.part`)
  const add = useCommand(work.add)
  const title = kept?.typed ?? ''
  const save = async () => {
    const said = { title: title.trim(), boardId: item.boardId, parentId: item.id }
    if (title.trim() && (await add.run(said))) keep(null)
  }
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input
        aria-label="Add a part"
        placeholder="Add a part"
        maxLength={300}
        value={title}
        onChange={(typed) => keep(typed ? { typed, was: '' } : null)}
      />
      <Button type="submit" icon={<Plus size={14} />} disabled={!title.trim()} isBusy={add.isRunning}>
        Add
      </Button>
    </form>
  )
}
