import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { Select } from '../../../../ui/parts/Select.tsx'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../../ui/query.ts'
import { type Detail, type Item, work } from '../../contract.ts'
import { nameOf } from '../../rules.ts'
import { linkTitles, optionsOf } from '../item-words.tsx'
import { ItemSearch } from './ItemSearch.tsx'

type Linked = Detail['links'][number]
type Kind = Linked['kind']
const backwards: Record<Kind, string> = {
  'waits-for': 'Waits for this',
  relates: 'Relates to this',
  doubles: 'Doubles this',
}

/** What an item waits for, relates to or doubles, and what does so to it. */
export function Links({ detail, canEdit }: { detail: Detail; canEdit: boolean }) {
  const { links, waiting, item } = detail
  if (!canEdit && links.length + waiting.length === 0) return null
  return (
    <Card title="Links">
      <ul className="flex flex-col gap-1">
        {links.map((one) => (
          <Row
            key={`${one.kind} ${one.id}`}
            one={one}
            title={linkTitles[one.kind]}
            from={item.id}
            to={one.id}
            canEdit={canEdit}
          />
        ))}
        {waiting.map((one) => (
          <Row
            key={`back ${one.kind} ${one.id}`}
            one={one}
            title={backwards[one.kind]}
            from={one.id}
            to={item.id}
            canEdit={canEdit}
          />
        ))}
      </ul>
      {links.length + waiting.length === 0 && <p className="text-ink-2">It waits for nothing.</p>}
      {canEdit && <AddLink item={item} />}
    </Card>
  )
}

type RowProps = { one: Linked; title: string; from: string; to: string; canEdit: boolean }

function Row({ one, title, from, to, canEdit }: RowProps) {
  const link = useCommand(work.link)
  const unlink = useCommand(work.unlink)
  const which = { id: from, otherId: to, kind: one.kind }
  const take = async () => {
    if (await unlink.run(which)) toast('Link taken away', { undo: () => void link.run(which) })
  }
  return (
    <li className="flex min-h-8 items-center gap-2">
      <span className="w-28 shrink-0 text-sm text-ink-3">{title}</span>
      <Link to={`/work/items/${one.id}`} className="min-w-0 flex-1 truncate hover:underline">
        {nameOf(one)}
      </Link>
      {one.isDone && <Badge tone="good">Done</Badge>}
      {canEdit && (
        <IconButton small label={`Take the link to W-${one.number} away`} onClick={() => void take()}>
          <X size={14} />
        </IconButton>
      )}
    </li>
  )
}

function AddLink({ item }: { item: Item }) {
  const [kind, setKind] = useState<Kind>('waits-for')
  const [other, setOther] = useState<Item | null>(null)
  const link = useCommand(work.link)
  const save = async () => {
    if (other && (await link.run({ id: item.id, otherId: other.id, kind }))) setOther(null)
  }
  return (
    <div className="mt-3 flex flex-wrap items-start gap-2">
      <Select label="Kind of link" options={optionsOf(linkTitles)} value={kind} onChange={setKind} />
      <div className="min-w-52 flex-1">
        <ItemSearch label="Item to link to" value={other} onChange={setOther} except={[item.id]} />
      </div>
      <Button disabled={!other} isBusy={link.isRunning} onClick={() => void save()}>
        Link
      </Button>
    </div>
  )
}
