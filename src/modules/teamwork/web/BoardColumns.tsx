import { useState } from 'react'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Board, type Point, type Stage, teamwork } from '../contract.ts'
import { stages } from '../rules.ts'
import { Entries, type Entry } from './Entries.tsx'
import { PointForm } from './PointForm.tsx'

/** The board of the next check-in: what is on the agenda, discussed, decided, done. */
export function BoardColumns({ board }: { board: Board }) {
  const [edited, edit] = useState<Point | null>(null)
  const change = useCommand(teamwork.changePoint)
  const move = async (one: Point, stage: Stage) => {
    const done = await change.run({ id: one.id, version: one.version, stage })
    if (!done) return
    const back = { id: one.id, version: done.version, stage: one.stage }
    toast(stages.find((known) => known.stage === stage)!.title, { undo: () => void change.run(back) })
  }
  const takeOff = async (one: Point) => {
    const done = await change.run({ id: one.id, version: one.version, isRemoved: true })
    if (!done) return
    const back = { id: one.id, version: done.version, isRemoved: false }
    toast('Taken off the board', { undo: () => void change.run(back) })
  }
  const mayWrite = board.can.write && board.endedOn === null
  return (
    <div className="grid grid-cols-4 items-start gap-(--gap) max-[1060px]:grid-cols-2 narrow:grid-cols-1">
      {stages.map(({ stage, title }) => {
        const here = board.points.filter((one) => one.stage === stage)
        return (
          <section
            key={stage}
            aria-label={title}
            className="min-w-0 rounded-lg border border-line bg-surface p-3"
          >
            <h2 className="mb-3 flex items-center gap-2 font-medium">
              {title}
              <span className="tabular text-ink-3">{here.length}</span>
            </h2>
            {here.length === 0 ? (
              <p className="text-sm text-ink-3">{emptyWords[stage]}</p>
            ) : (
              <Entries
                label={title}
                entries={here.map((one) => entryOf(one, mayWrite, { move, edit, takeOff }))}
              />
            )}
          </section>
        )
      })}
      {edited && <PointForm board={board} point={edited} onClose={() => edit(null)} />}
    </div>
  )
}

const emptyWords: Record<Stage, string> = {
  agenda: 'Nothing yet. Press c to add a point.',
  discussed: 'Nothing was talked about yet.',
  decided: 'No decision yet.',
  done: 'Nothing is done yet.',
}

type PointDeeds = {
  move: (one: Point, stage: Stage) => Promise<void>
  edit: (one: Point) => void
  takeOff: (one: Point) => Promise<void>
}

function entryOf(one: Point, mayWrite: boolean, { move, edit, takeOff }: PointDeeds): Entry {
  const at = stages.findIndex((known) => known.stage === one.stage)
  const [before, next] = [stages[at - 1], stages[at + 1]]
  return {
    ...{ id: one.id, title: one.what, ...(one.link ? { path: one.link } : {}) },
    badges: (
      <>
        {one.isLate && <Badge tone="bad">Late</Badge>}
        {one.carried > 0 && (
          <Badge>{one.carried === 1 ? 'Came along' : `Came along ${one.carried} times`}</Badge>
        )}
      </>
    ),
    meta: one.owner ? `${one.owner.name}, by ${day(one.dueOn ?? '')}` : `From ${one.by}`,
    body: one.said,
    deeds: [
      ...(next ? [{ label: next.title, isOn: mayWrite, run: () => void move(one, next.stage) }] : []),
      { label: 'Note', isOn: mayWrite, run: () => edit(one) },
      ...(before ? [{ label: 'Back', isOn: mayWrite, run: () => void move(one, before.stage) }] : []),
      { label: 'Take off', isOn: mayWrite, run: () => void takeOff(one) },
    ],
  }
}
