import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'
import type { ItemEdit } from './useItemEdit.ts'
import { useKept } from './useKept.ts'

type TitleProps = { id: string; edit: ItemEdit; canEdit: boolean }

/** The title as it is read; a click or `e` writes it anew. */
export function Title({ id, edit, canEdit }: TitleProps) {
  const { kept, keep } = useKept(`${id}.title`)
  const title = edit.shown.title
  const start = () => keep({ typed: title, was: title })
  useKeys({ e: start }, { isOn: canEdit && !kept, inDialogs: true })
  const save = async () => {
    if (!kept) return
    const { typed, was } = kept
    if (typed.trim() === was) return keep(null)
    if (await edit.save({ title: typed.trim() }, { title: was })) keep(null)
  }
  if (!kept)
    return canEdit ? (
      <button
        type="button"
        title="Put the title in other words (E)"
        onClick={start}
        className="-mx-1 rounded-sm px-1 text-left text-xl font-semibold tracking-tight break-words hover:bg-hover"
      >
        {title}
      </button>
    ) : (
      <p className="text-xl font-semibold tracking-tight break-words">{title}</p>
    )
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Input
        autoFocus
        aria-label="Title"
        value={kept.typed}
        maxLength={300}
        onChange={(typed) => keep({ ...kept, typed })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          keep(null)
        }}
        className="min-w-60 flex-1 text-lg"
      />
      <Button type="submit" look="primary">
        Save
      </Button>
      <Button onClick={() => keep(null)}>Cancel</Button>
    </form>
  )
}
