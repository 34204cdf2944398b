import { Paperclip, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { send } from '../../../ui/upload.ts'
import { files } from '../../files/contract.ts'
import { intake } from '../contract.ts'

type HandInProps = { filesKey: string | null; onKey: (key: string) => void }

/** Files that go along; they wait for a day until the request is sent. */
export function HandIn({ filesKey, onKey }: HandInProps) {
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState('')
  const open = useCommand(intake.openFiles)
  const drafted = useQuery(files.drafted, { key: filesKey ?? '' }, { isOn: filesKey !== null })
  const take = async (chosen: readonly File[]) => {
    const key = filesKey ?? (await open.run({}))?.key
    if (!key) return
    onKey(key)
    for (const file of chosen) {
      setBusy(file.name)
      await send(files.handIn, { key, name: file.name }, file, () => {}).answer.catch((error: unknown) =>
        toast(`${file.name} was not taken`, { detail: sentence(error), tone: 'bad' }),
      )
    }
    setBusy('')
    await drafted.refetch()
  }
  return (
    <div className="flex flex-col gap-2">
      <input
        ref={picker}
        type="file"
        multiple
        className="hidden"
        tabIndex={-1}
        aria-label="Files"
        onChange={(event) => {
          void take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <div>
        <Button icon={<Paperclip size={14} />} isBusy={busy !== ''} onClick={() => picker.current?.click()}>
          Add files
        </Button>
      </div>
      {busy && <p role="status" className="text-sm text-ink-3">{`${busy} is on its way …`}</p>}
      {filesKey && (
        <HandedIn filesKey={filesKey} items={drafted.data?.items ?? []} onGone={drafted.refetch} />
      )}
    </div>
  )
}

type HandedInProps = { filesKey: string; items: { id: string; name: string }[]; onGone: () => void }

function HandedIn({ filesKey, items, onGone }: HandedInProps) {
  const out = useCommand(files.takeOut)
  const takeOut = async (id: string) => {
    await out.run({ key: filesKey, id })
    onGone()
  }
  if (items.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2" aria-label="Files to send">
      {items.map((one) => (
        <li key={one.id} className="flex items-center gap-1 rounded-md bg-press pl-2">
          <span className="max-w-60 truncate">{one.name}</span>
          <IconButton small label={`Take ${one.name} out`} onClick={() => void takeOut(one.id)}>
            <X size={12} />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
