import { Download, RotateCcw } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type FileThing, type FileVersion, files } from '../contract.ts'
import { sized } from '../rules.ts'

type VersionsProps = { one: FileThing; onClose: () => void }

/** Every version that a file has had, the newest first. */
export function Versions({ one, onClose }: VersionsProps) {
  const asked = useQuery(files.versions, { id: one.id })
  return (
    <Dialog isOpen onClose={onClose} title={`Versions of ${one.name}`}>
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => (
          <ol className="flex flex-col divide-y divide-line">
            {asked.data?.items.map((version) => (
              <Version key={version.number} one={one} version={version} />
            ))}
          </ol>
        )}
      </FaceOf>
    </Dialog>
  )
}

const verbs: Record<FileVersion['did'], string> = {
  added: 'Added',
  replaced: 'Handed in',
  renamed: 'Renamed',
  'brought-back': 'Brought back',
}

function Version({ one, version }: { one: FileThing; version: FileVersion }) {
  const bringBack = useCommand(files.bringBack)
  const { number } = version
  const back = async () => {
    const done = await bringBack.run({ id: one.id, number, version: one.version })
    if (done) toast(`${one.name} holds what it held in version ${number}`)
  }
  return (
    <li className="flex items-center gap-2 py-2">
      <span className="tabular w-6 shrink-0 text-ink-3">{number}</span>
      <div className="min-w-0 flex-1">
        <p className="break-words">
          {version.name} {version.isCurrent && <Badge tone="good">as it stands</Badge>}
        </p>
        <p className="text-sm text-ink-3">
          {`${verbs[version.did]} by ${version.by}, `}
          <When at={version.at} />
          {`, ${sized(version.size)}`}
        </p>
      </div>
      {!version.isSame && one.can.change && (
        <IconButton
          small
          label={`Bring version ${number} back`}
          isBusy={bringBack.isRunning}
          onClick={() => void back()}
        >
          <RotateCcw size={14} />
        </IconButton>
      )}
      <IconButton
        small
        label={`Download version ${number}`}
        onClick={() => download(address(files.content, { id: one.id, number }).url)}
      >
        <Download size={14} />
      </IconButton>
    </li>
  )
}
