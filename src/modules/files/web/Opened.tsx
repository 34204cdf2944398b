import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { download } from '../../../ui/format/save.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type FileThing, files } from '../contract.ts'
import { pagesSaid, sized } from '../rules.ts'
import { bytesAt } from './addresses.ts'
import { fileSlot } from './slots.ts'

const Pages = lazy(() => import('./Pages.tsx'))

/** The file that the address names, looked at beside the record; j and k go to the others. */
export function Opened({ items }: { items: FileThing[] }) {
  const [id, open] = useUrl('file')
  const shown = items.filter((one) => one.look !== 'other')
  const one = items.find((item) => item.id === id)
  const at = shown.findIndex((item) => item.id === id)
  const go = (by: number) => {
    const next = shown[at + by]
    if (next) open(next.id)
  }
  useKeys({ k: () => go(-1), j: () => go(1) }, { isOn: one !== undefined, inDialogs: true })
  if (!one) return null
  return (
    <Drawer
      isOpen
      isWide
      onClose={() => open('')}
      title={one.name}
      actions={<Beside one={one} before={at > 0} after={at >= 0 && at < shown.length - 1} onGo={go} />}
    >
      <div className="p-4">
        <Shown one={one} />
      </div>
    </Drawer>
  )
}

type BesideProps = { one: FileThing; before: boolean; after: boolean; onGo: (by: number) => void }

const Beside = ({ one, before, after, onGo }: BesideProps) => (
  <>
    <span className="text-sm text-ink-3 narrow:hidden">
      <Measures one={one} />
      {sized(one.size)}
    </span>
    {fileSlot.all.map((Part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
      <Part key={index} file={one} />
    ))}
    <IconButton small label="The file before" keys="k" disabled={!before} onClick={() => onGo(-1)}>
      <ChevronLeft size={16} />
    </IconButton>
    <IconButton small label="The next file" keys="j" disabled={!after} onClick={() => onGo(1)}>
      <ChevronRight size={16} />
    </IconButton>
    <IconButton small label="Download" onClick={() => download(bytesAt(one))}>
      <Download size={16} />
    </IconButton>
  </>
)

/** How many pages, and how large the first is, as far as that can be told. */
function Measures({ one }: { one: FileThing }) {
  const { data } = useQuery(files.pages, { id: one.id, number: one.version }, { isOn: one.look !== 'other' })
  return data ? `${pagesSaid(data)}, ` : null
}

function Shown({ one }: { one: FileThing }) {
  if (one.look === 'image')
    return <img src={bytesAt(one)} alt={one.name} className="mx-auto max-w-full rounded border border-line" />
  if (one.look === 'pdf')
    return (
      <Suspense fallback={<Skeleton className="h-100" />}>
        <Pages key={bytesAt(one)} url={bytesAt(one)} name={one.name} />
      </Suspense>
    )
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-2">{one.remark ?? 'This kind of file cannot be looked at here.'}</p>
      <Button icon={<Download size={14} />} onClick={() => download(bytesAt(one))}>
        Download
      </Button>
    </div>
  )
}
