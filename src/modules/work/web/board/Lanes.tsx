import { type ReactNode, useDeferredValue } from 'react'
import { cx } from '../../../../ui/classes.ts'
import type { Stage } from '../../contract.ts'
import type { Lane } from './lay.ts'

type LanesProps = {
  stages: readonly Stage[]
  lanes: readonly Lane[]
  head: (stage: Stage) => ReactNode
  cell: (lane: Lane, stage: Stage) => ReactNode
  /** The classes of a column. */
  columnClass: (stage: Stage) => string
}
const atOnce = 1

/** The stages side by side, cut into lanes. */
export function Lanes({ stages, lanes, head, ...rest }: LanesProps) {
  return (
    <div className="min-h-0 flex-1 overflow-auto px-(--gutter) pb-4">
      <div className="sticky top-0 z-20 flex w-max min-w-full gap-2 bg-canvas narrow:w-full">
        {stages.map((stage) => (
          <div key={stage.id} className={rest.columnClass(stage)}>
            {head(stage)}
          </div>
        ))}
      </div>
      {lanes.map((lane, at) => (
        <LaneRow key={lane.key} lane={lane} stages={stages} isFirst={at < atOnce} {...rest} />
      ))}
    </div>
  )
}

type RowProps = Omit<LanesProps, 'lanes' | 'head'> & { lane: Lane; isFirst: boolean }

/** A lane; the cards of those further down are drawn once the first are there. */
function LaneRow({ lane, stages, cell, columnClass, isFirst }: RowProps) {
  const isDue = useDeferredValue(true, isFirst)
  return (
    <section aria-label={lane.name} className="w-max min-w-full narrow:w-full">
      <h3 className="sticky left-0 border-t border-line py-1.5 text-sm font-medium">
        {lane.name} <span className="tabular text-ink-3">{lane.count}</span>
      </h3>
      <div className="flex gap-2 pb-2">
        {stages.map((stage) => (
          <div
            key={stage.id}
            className={cx(
              'quiet-scroll flex max-h-[60vh] flex-col overflow-y-auto rounded-lg bg-sunken',
              columnClass(stage),
            )}
          >
            {isDue && cell(lane, stage)}
          </div>
        ))}
      </div>
    </section>
  )
}
