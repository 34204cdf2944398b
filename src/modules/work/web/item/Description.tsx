import { Pencil } from 'lucide-react'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { Textarea } from '../../../../ui/parts/Input.tsx'
import type { ItemEdit } from './useItemEdit.ts'
import { useKept } from './useKept.ts'
import { Words } from './Words.tsx'

type DescriptionProps = { id: string; edit: ItemEdit; canEdit: boolean }
const most = 50_000

export function Description({ id, edit, canEdit }: DescriptionProps) {
  const { kept, keep } = useKept(`${id}.words`)
  const { words } = edit.shown
  const start = () => keep({ typed: words, was: words })
  const action = canEdit && !kept && (
    <Button small look="quiet" icon={<Pencil size={14} />} onClick={start}>
      {words ? 'Change' : 'Describe it'}
    </Button>
  )
  return (
    <Card title="Description" actions={action}>
      {kept ? (
        <Writing edit={edit} kept={kept} keep={keep} />
      ) : words ? (
        <Words text={words} />
      ) : (
        <p className="text-ink-2">Nothing is said of it yet.</p>
      )}
    </Card>
  )
}

type WritingProps = { edit: ItemEdit } & {
  kept: NonNullable<ReturnType<typeof useKept>['kept']>
  keep: ReturnType<typeof useKept>['keep']
}

/** Stays as it was typed where it could not be kept. */
function Writing({ edit, kept, keep }: WritingProps) {
  const tooMany = kept.typed.length - most
  const save = async () => {
    const words = kept.typed.trim()
    if (words === kept.was || (await edit.save({ words }, { words: kept.was }))) keep(null)
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Textarea
        autoFocus
        rows={10}
        aria-label="Description"
        value={kept.typed}
        onChange={(typed) => keep({ ...kept, typed })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save()
          if (event.key === 'Escape') event.stopPropagation()
        }}
      />
      {tooMany > 0 && (
        <Notice tone="bad">
          {`That is ${tooMany.toLocaleString('en')} letters too many: a description holds 50,000. Attach it as a file, or shorten it.`}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={() => keep(null)}>Cancel</Button>
        <Button type="submit" look="primary" disabled={tooMany > 0}>
          Save
        </Button>
      </div>
    </form>
  )
}
