import { Bookmark, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { t } from '../messages/index.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { Input } from '../parts/Input.tsx'
import { Menu, type MenuItem } from '../parts/Menu.tsx'
import { useSearchParams, useUrlPatch } from '../useUrl.ts'

type Search = Record<string, string>
export type SavedView = { id: string; name: string; search: Search }
/** Filled by whoever keeps views; `search` is what stands in the URL. */
export type ListViews = {
  saved: SavedView[]
  save: (name: string, search: Search) => unknown
  remove?: (id: string) => unknown
}

const isSame = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

export function Views({ views }: { views: ListViews }) {
  const search = useSearchParams()
  const patch = useUrlPatch()
  const [isNaming, setNaming] = useState(false)
  const cleared = Object.fromEntries(Object.keys(search).map((name) => [name, undefined]))
  const current = views.saved.find((view) => isSame(view.search, search))
  const { remove } = views

  const items: MenuItem[] = [
    {
      label: t('list.views'),
      value: current?.id ?? '',
      onChoose: (id) => patch({ ...cleared, ...views.saved.find((view) => view.id === id)?.search }),
      choices: [
        { value: '', label: t('list.defaultView') },
        ...views.saved.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    'line',
    { label: t('list.saveView'), onSelect: () => setNaming(true) },
  ]
  if (current && remove) {
    items.push({
      label: t('list.deleteView', { name: current.name }),
      icon: <Trash2 size={14} />,
      isDangerous: true,
      onSelect: () => remove(current.id),
    })
  }
  return (
    <>
      <Menu items={items}>
        <Button look="quiet" icon={<Bookmark size={14} />}>
          {current?.name ?? t('list.views')}
        </Button>
      </Menu>
      {isNaming && (
        <Naming
          onClose={() => setNaming(false)}
          onSave={(name) => views.save(name, { ...search } as Search)}
        />
      )}
    </>
  )
}

function Naming({ onClose, onSave }: { onClose: () => void; onSave: (name: string) => unknown }) {
  const [name, setName] = useState('')
  const save = async () => {
    await onSave(name.trim())
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('list.saveView')} size="small">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) void save()
        }}
      >
        <Field label={t('list.viewName')}>
          <Input value={name} onChange={setName} required maxLength={80} />
        </Field>
        <Button type="submit" look="primary" disabled={!name.trim()} className="self-end">
          {t('form.save')}
        </Button>
      </form>
    </Dialog>
  )
}
