import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Board, teamwork } from '../contract.ts'
import { stages } from '../rules.ts'
import { Entries } from './Entries.tsx'

/** What is red at this moment and not on the agenda yet. */
export function RedNow({ board }: { board: Board }) {
  const add = useCommand(teamwork.addPoint)
  return (
    <Card
      title="Red now"
      hint="What you may see of it; it comes onto the agenda of each new check-in by itself."
    >
      {board.red.length === 0 ? (
        <p className="text-ink-2">Nothing is red that is not on the agenda.</p>
      ) : (
        <Entries
          label="Red now"
          entries={board.red.map((one) => ({
            ...{ id: one.key, title: one.what, path: one.link, meta: one.why },
            deeds: [
              {
                ...{ label: 'Put on the agenda', isOn: board.can.write },
                run: () => void add.run({ id: board.id, red: one.key }),
              },
            ],
          }))}
        />
      )}
    </Card>
  )
}

/** Those that were held or missed, with what became of their points. */
export const PastCheckIns = ({ board }: { board: Board }) => (
  <Card title="Before">
    {board.past.length === 0 ? (
      <p className="text-ink-2">This is the first one.</p>
    ) : (
      <ol className="flex flex-col divide-y divide-line">
        {board.past.map((one) => (
          <Past key={one.id} board={board} one={one} />
        ))}
      </ol>
    )}
  </Card>
)

function Past({ board, one }: { board: Board; one: Board['past'][number] }) {
  const undo = useCommand(teamwork.undoHolding)
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{day(one.on)}</span>
        <Badge tone={one.state === 'held' ? 'good' : 'warn'}>
          {one.state === 'held' ? 'Held' : 'Missed'}
        </Badge>
        {one.canReopen && (
          <Button
            small
            look="quiet"
            isBusy={undo.isRunning}
            onClick={() => void undo.run({ id: board.id, meetingId: one.id })}
          >
            It was not held
          </Button>
        )}
      </p>
      <ul className="flex flex-col gap-1">
        {one.points.map((point) => (
          <li key={point.id} className="text-sm break-words text-ink-2">
            <span className="text-ink-3">
              {`${stages.find((known) => known.stage === point.stage)!.title}: `}
            </span>
            {`${point.what}${point.said ? ` — ${point.said}` : ''}`}
          </li>
        ))}
      </ul>
    </li>
  )
}
