import { Link } from '@tanstack/react-router'
import { MoreHorizontal } from 'lucide-react'
import { memo, useRef } from 'react'
import { cx } from '../../../../ui/classes.ts'
import { Avatar } from '../../../../ui/parts/Avatar.tsx'
import type { Item, Stage } from '../../contract.ts'
import { useBoardTools } from './board-context.ts'
import { useDraggable } from './drag.ts'
import { Marks } from './Marks.tsx'
import { TitleInput } from './TitleInput.tsx'

export type CardProps = {
  item: Item
  stage: Stage
  laneKey: string
  today: string
  canWrite: boolean
  isTicked: boolean
  isCarried: boolean
  isEdited: boolean
  /** Tab reaches the first card of a cell; the keys of the board the others. */
  isFirst: boolean
}

/** One item on the board. Only what changed is drawn anew. */
export const CardOf = memo(function CardOf(props: CardProps) {
  const { item, stage, canWrite, isTicked, isCarried, isEdited } = props
  const ref = useRef<HTMLElement>(null)
  const tools = useBoardTools()
  const isDragged = useDraggable(ref, canWrite && !isEdited, () => tools.idsOf(item.id), props.laneKey)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: `x` selects; the click is the same for the mouse
    <article
      ref={ref}
      data-card={item.id}
      tabIndex={props.isFirst ? 0 : -1}
      aria-label={`W-${item.number} ${item.title}${isTicked ? ', selected' : ''}${isCarried ? ', picked up' : ''}`}
      onFocus={() => tools.seen(item.id)}
      onClick={(event) => (event.ctrlKey || event.metaKey || event.shiftKey) && tools.tick(item.id)}
      className={cx(
        'group relative scroll-m-12 rounded-md border bg-surface px-2.5 py-2 shadow-1 dark:bg-raised',
        '[contain-intrinsic-size:auto_84px] [content-visibility:auto]',
        isTicked ? 'border-accent bg-accent-soft!' : 'border-line hover:border-line-strong',
        isCarried && 'outline-2 outline-accent outline-dashed',
        isDragged && 'opacity-40',
      )}
    >
      <div className="flex items-center gap-1.5 text-sm text-ink-3">
        <span className="tabular">{item.number > 0 ? `W-${item.number}` : 'Adding …'}</span>
        <span className="min-w-0 flex-1 truncate">{tools.typeName(item.typeId)}</span>
        <People item={item} />
        <button
          type="button"
          tabIndex={-1}
          aria-label={`What can be done with W-${item.number}`}
          onClick={() => tools.openDeeds(item.id)}
          className="-my-1 -mr-1.5 inline-flex size-6 items-center justify-center rounded-md hover:bg-hover hover:text-ink"
        >
          <MoreHorizontal size={14} />
        </button>
      </div>
      {isEdited ? (
        <TitleInput initial={item.title} onDone={(title) => tools.setTitle(item, title)} />
      ) : (
        <Link
          to={`/work/items/${item.id}`}
          tabIndex={-1}
          draggable={false}
          className="mt-0.5 line-clamp-3 block font-medium break-words text-ink hover:underline"
        >
          {item.title}
        </Link>
      )}
      <Marks item={item} stage={stage} today={props.today} />
    </article>
  )
})

const most = 3

function People({ item: { assignees } }: { item: Item }) {
  if (assignees.length === 0) return null
  const names = assignees.map((one) => one.name).join(', ')
  return (
    <span className="flex -space-x-1" title={names}>
      {assignees.slice(0, most).map((one) => (
        <Avatar key={one.id} name={one.name} small />
      ))}
      {assignees.length > most && <span className="pl-1.5 text-xs">+{assignees.length - most}</span>}
      <span className="sr-only">{`Assigned to ${names}`}</span>
    </span>
  )
}
