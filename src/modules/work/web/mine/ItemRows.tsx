import type { ReactNode } from 'react'
import { useState } from 'react'
import { day } from '../../../../ui/format/when.ts'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Card } from '../../../../ui/parts/Card.tsx'
import { useUrl } from '../../../../ui/useUrl.ts'
import type { Item } from '../../contract.ts'
import { codeOf, isLate, PriorityBadge } from '../item-words.tsx'

type SectionProps = { title: string; count?: number; hint?: string; actions?: ReactNode; children: ReactNode }

export const Section = ({ title, count, hint, actions, children }: SectionProps) => (
  <Card
    title={
      <>
        {title}
        {count !== undefined && <span className="tabular ml-2 font-normal text-ink-3">{count}</span>}
      </>
    }
    hint={hint}
    actions={actions}
  >
    {children}
  </Card>
)

const first = 25

type ItemRowsProps = { items: readonly Item[]; today: string; empty: string; showsWho?: boolean }

export function ItemRows({ items, today, empty, showsWho = false }: ItemRowsProps) {
  const [isAll, setAll] = useState(false)
  if (items.length === 0) return <p className="text-ink-2">{empty}</p>
  const shown = isAll ? items : items.slice(0, first)
  return (
    <>
      <ul className="-mx-2 flex flex-col">
        {shown.map((one) => (
          <li key={one.id}>
            <ItemRow item={one} today={today} showsWho={showsWho} />
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button small look="quiet" onClick={() => setAll(true)}>
          {`Show ${items.length - shown.length} more`}
        </Button>
      )}
    </>
  )
}

type ItemRowProps = { item: Item; today: string; showsWho?: boolean; children?: ReactNode }

/** Opens the item in the drawer. */
export function ItemRow({ item, today, showsWho = false, children }: ItemRowProps) {
  const [, setItem] = useUrl('item')
  const late = isLate(item, today)
  return (
    <button
      type="button"
      data-item={item.id}
      onClick={() => setItem(item.id)}
      className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover narrow:flex-wrap narrow:py-1.5"
    >
      <span className="tabular w-14 shrink-0 text-ink-3">{codeOf(item)}</span>
      <span className="min-w-0 flex-1 truncate narrow:basis-[70%] narrow:whitespace-normal">
        {item.title}
      </span>
      {children}
      {item.waitsFor > 0 && <Badge tone="warn">{`Waits for ${item.waitsFor}`}</Badge>}
      {showsWho && <span className="truncate text-sm text-ink-2">{item.assignees[0]?.name ?? 'Nobody'}</span>}
      {(item.priority === 'urgent' || item.priority === 'high') && <PriorityBadge priority={item.priority} />}
      {item.dueOn && (
        <span className={`tabular text-sm whitespace-nowrap ${late ? 'text-bad' : 'text-ink-2'}`}>
          {`${day(item.dueOn, 'short')}${late ? ', late' : ''}`}
        </span>
      )}
    </button>
  )
}
