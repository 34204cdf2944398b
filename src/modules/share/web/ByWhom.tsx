import { Card } from '../../../ui/parts/Card.tsx'
import type { Meter } from '../contract.ts'
import { percentInWords } from '../rules.ts'
import type { AskedPieces } from './PiecesDrawer.tsx'

const basisNames = {
  entries: 'written down',
  stages: 'time in active stages',
  both: 'written down in some weeks, else time in stages',
  none: 'nothing to count',
} as const

type Props = { data: Meter; onTell: (asked: AskedPieces) => void }

/** By team, and by person for those who lead them and for oneself. */
export function ByWhom({ data, onTell }: Props) {
  return (
    <div className="grid grid-cols-2 gap-4 narrow:grid-cols-1">
      <Card title="By team" hint="Of fewer than five people, for those who lead all of them">
        {data.teams.length === 0 && <p className="text-ink-2">There is no team yet.</p>}
        <ul>
          {data.teams.map((one) => (
            <Line
              key={one.id}
              name={one.name}
              hint={`${one.people} people`}
              share={one.share}
              none={one.minutes === null ? 'not told' : 'nothing yet'}
              onTell={() => onTell({ what: 'actual', teamId: one.id, label: `Vision share of ${one.name}` })}
            />
          ))}
        </ul>
      </Card>
      <Card title="By person" hint="You, and those you lead; everybody sees their own">
        <ul>
          {data.people.map((one) => (
            <Line
              key={one.id}
              name={one.name}
              hint={basisNames[one.basis]}
              share={one.share}
              none="nothing yet"
              onTell={() =>
                onTell({ what: 'actual', personId: one.id, label: `Vision share of ${one.name}` })
              }
            />
          ))}
        </ul>
      </Card>
    </div>
  )
}

type LineProps = { name: string; hint: string; share: number | null; none: string; onTell: () => void }
const Line = ({ name, hint, share, none, onTell }: LineProps) => (
  <li className="flex items-center justify-between gap-3 py-0.5">
    <span className="min-w-0 truncate">
      {name}
      <span className="text-sm text-ink-3">{` · ${hint}`}</span>
    </span>
    {share === null ? (
      <span className="shrink-0 text-sm text-ink-3">{none}</span>
    ) : (
      <button type="button" className="tabular shrink-0 rounded-sm px-1 hover:bg-hover" onClick={onTell}>
        {percentInWords(share)}
      </button>
    )}
  </li>
)
