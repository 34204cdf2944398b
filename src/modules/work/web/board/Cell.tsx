import { useRef } from 'react'
import { cx } from '../../../../ui/classes.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import type { Item, Stage } from '../../contract.ts'
import { useBoardTools } from './board-context.ts'
import { CardOf } from './CardOf.tsx'
import { useCell } from './drag.ts'
import { NewItem } from './NewItem.tsx'

export type CellProps = {
  stage: Stage
  laneKey: string
  items: readonly Item[]
  today: string
  canWrite: boolean
  ticked: ReadonlySet<string>
  carried: ReadonlySet<string>
  editedId: string | null
  isAdding: boolean
  /** Asks for older ones of a stage where items are done; left out where all are shown. */
  onMore?: (() => void) | undefined
}

/** The cards of a stage in a lane, in their order. */
export function Cell({ stage, laneKey, items, canWrite, isAdding, onMore, ...rest }: CellProps) {
  const ref = useRef<HTMLDivElement>(null)
  const tools = useBoardTools()
  const dropAt = useCell(ref, canWrite, laneKey, (ids, at) => {
    const before = items.slice(0, at).findLast((one) => !ids.includes(one.id))
    tools.drop(ids, stage, before?.id ?? null)
  })
  return (
    <div
      ref={ref}
      data-stage={stage.id}
      className={cx('flex min-h-16 flex-1 flex-col gap-1.5 rounded-md p-1', dropAt !== null && 'bg-hover')}
    >
      {items.map((item, at) => (
        <div key={item.id} className="relative">
          {dropAt === at && <DropLine />}
          <CardOf
            item={item}
            stage={stage}
            laneKey={laneKey}
            today={rest.today}
            canWrite={canWrite}
            isTicked={rest.ticked.has(item.id)}
            isCarried={rest.carried.has(item.id)}
            isEdited={rest.editedId === item.id}
            isFirst={at === 0}
          />
        </div>
      ))}
      {dropAt !== null && dropAt >= items.length && (
        <div className="relative">
          <DropLine />
        </div>
      )}
      {isAdding && <NewItem stage={stage} />}
      {onMore && (
        <Button small look="quiet" onClick={onMore}>
          Show more
        </Button>
      )}
    </div>
  )
}

const DropLine = () => (
  <span aria-hidden="true" className="absolute inset-x-0 -top-1 z-10 h-0.5 rounded-full bg-accent" />
)
