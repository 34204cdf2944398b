import { File as FileIcon, FileText, MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { download } from '../../../ui/format/save.ts'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import type { Attached, FileThing } from '../contract.ts'
import { sized } from '../rules.ts'
import { bytesAt } from './addresses.ts'
import { Rename } from './Rename.tsx'
import { useDeeds } from './useDeeds.ts'
import { Versions } from './Versions.tsx'

type LineProps = { one: FileThing; data: Attached; isInLine: boolean }

/** One file: what it is, who handed it in, and what can be done with it. */
export function Line({ one, data, isInLine }: LineProps) {
  const [, open] = useUrl('file')
  const look = () => (one.look === 'other' ? download(bytesAt(one)) : open(one.id))
  return (
    <li className={cx('flex items-center gap-3', isInLine ? 'py-0.5' : 'py-2 first:pt-0 last:pb-0')}>
      {!isInLine && <Thumb one={one} />}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <button
            type="button"
            className="min-w-0 text-left font-medium break-words hover:underline"
            onClick={look}
          >
            {one.name}
            <span className="sr-only">{one.look === 'other' ? ', download' : ', look at it'}</span>
          </button>
          {one.contents > 1 && <Badge>{`${one.contents} versions`}</Badge>}
          {data.guests === 'if-marked' && one.isForGuests && <Badge tone="info">Guests see it</Badge>}
          {data.guests === 'unless-hidden' && !one.isForGuests && <Badge>Hidden from guests</Badge>}
        </p>
        <p className="text-sm text-ink-3">
          {`${sized(one.size)}, ${one.by}, `}
          <When at={one.at} />
        </p>
        {one.remark && !isInLine && <p className="text-sm text-ink-2">{one.remark}</p>}
      </div>
      <Deeds one={one} data={data} onLook={look} />
    </li>
  )
}

/** The picture itself, made small by the browser and only once it is on the screen. */
function Thumb({ one }: { one: FileThing }) {
  const box = 'size-10 shrink-0 rounded border border-line bg-sunken'
  if (one.look === 'image')
    return (
      <img src={bytesAt(one)} alt="" loading="lazy" decoding="async" className={cx(box, 'object-cover')} />
    )
  const Icon = one.look === 'pdf' ? FileText : FileIcon
  return (
    <span className={cx(box, 'flex items-center justify-center text-ink-3')}>
      <Icon size={18} aria-hidden="true" />
    </span>
  )
}

type DeedsProps = { one: FileThing; data: Attached; onLook: () => void }

function Deeds({ one, data, onLook }: DeedsProps) {
  const [shows, show] = useState<'name' | 'versions' | null>(null)
  const { replace, remove, mark, isRunning } = useDeeds(one)
  const items = [
    ...(one.look === 'other' ? [] : [{ label: 'Look at it', onSelect: onLook }]),
    { label: 'Download', onSelect: () => download(bytesAt(one)) },
    { label: 'Versions', onSelect: () => show('versions') },
    ...(one.can.change ? (['line'] as const) : []),
    ...(one.can.change ? [{ label: 'Hand in a newer version', onSelect: replace }] : []),
    ...(one.can.change ? [{ label: 'Rename', onSelect: () => show('name') }] : []),
    ...(one.can.change && data.guests !== 'none'
      ? [{ label: 'Guests see it', isOn: one.isForGuests, onToggle: mark }]
      : []),
    ...(one.can.change ? [{ label: 'Remove', isDangerous: true, onSelect: () => void remove() }] : []),
  ]
  return (
    <>
      <Menu align="end" items={items}>
        <IconButton small label={`More about ${one.name}`} isBusy={isRunning}>
          <MoreHorizontal size={14} />
        </IconButton>
      </Menu>
      {shows === 'name' && <Rename one={one} onClose={() => show(null)} />}
      {shows === 'versions' && <Versions one={one} onClose={() => show(null)} />}
    </>
  )
}
