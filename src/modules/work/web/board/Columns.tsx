import { useState } from 'react'
import { cx } from '../../../../ui/classes.ts'
import { Select } from '../../../../ui/parts/Select.tsx'
import type { Board, Stage } from '../../contract.ts'
import { Cell, type CellProps } from './Cell.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import { Lanes } from './Lanes.tsx'
import type { Lane } from './lay.ts'

type Shared = Omit<CellProps, 'stage' | 'laneKey' | 'items' | 'isAdding' | 'onMore'>
type ColumnsProps = Shared & {
  board: Board
  lanes: readonly Lane[]
  /** Items in each stage, those filtered out counted. */
  counts: ReadonlyMap<string, number>
  addingIn: string | null
  onMore?: (() => void) | undefined
}

export const cellKey = (laneKey: string, stageId: string) => `${laneKey}/${stageId}`

/** The stages side by side; on a narrow screen one at a time. */
export function Columns({ board, lanes, counts, addingIn, onMore, ...shared }: ColumnsProps) {
  const [narrowId, setNarrowId] = useState(() => firstWithItems(board, counts))
  const hasLanes = lanes.length > 1 || lanes[0]?.key !== ''
  const columnClass = (stage: Stage) =>
    cx('w-72 shrink-0 narrow:w-full', stage.id !== narrowId && 'narrow:hidden')
  const cell = (lane: Lane, stage: Stage) => (
    <Cell
      {...shared}
      stage={stage}
      laneKey={lane.key}
      items={lane.cells.get(stage.id) ?? []}
      isAdding={addingIn === cellKey(lane.key, stage.id)}
      onMore={stage.kind === 'done' ? onMore : undefined}
    />
  )
  const head = (stage: Stage) => (
    <ColumnHead
      stage={stage}
      count={counts.get(stage.id) ?? 0}
      canWrite={shared.canWrite}
      cellKey={cellKey(lanes[0]?.key ?? '', stage.id)}
    />
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <OneOf stages={board.stages} counts={counts} id={narrowId} onChange={setNarrowId} />
      {hasLanes ? (
        <Lanes stages={board.stages} lanes={lanes} head={head} cell={cell} columnClass={columnClass} />
      ) : (
        <div className="flex min-h-0 flex-1 gap-2 overflow-x-auto px-(--gutter) pb-4">
          {board.stages.map((stage) => (
            <section
              key={stage.id}
              aria-label={stage.name}
              className={cx('flex min-h-0 flex-col rounded-lg bg-sunken', columnClass(stage))}
            >
              {head(stage)}
              <div className="quiet-scroll flex min-h-0 flex-1 flex-col overflow-y-auto">
                {cell(lanes[0]!, stage)}
              </div>
            </section>
          ))}
        </div>
      )}
    </div>
  )
}

type OneOfProps = Pick<ColumnsProps, 'counts'> & {
  stages: readonly Stage[]
  id: string
  onChange: (id: string) => void
}

/** Which stage a narrow screen shows. */
const OneOf = ({ stages, counts, id, onChange }: OneOfProps) => (
  <div className="hidden px-(--gutter) pb-2 narrow:block">
    <Select
      label="Column"
      value={id}
      onChange={onChange}
      options={stages.map((one) => ({ value: one.id, label: `${one.name} (${counts.get(one.id) ?? 0})` }))}
      className="w-full"
    />
  </div>
)

const firstWithItems = (board: Board, counts: ReadonlyMap<string, number>): string =>
  (board.stages.find((one) => one.kind === 'active' && (counts.get(one.id) ?? 0) > 0) ?? board.stages[0])
    ?.id ?? ''
