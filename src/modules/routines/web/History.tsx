import { Link } from '@tanstack/react-router'
import { Day, When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Making, type Routine, routines } from '../contract.ts'

const size = 20
const outcomeWords = {
  made: { words: 'Made', tone: 'good' },
  skipped: { words: 'Skipped', tone: 'neutral' },
  refused: { words: 'Could not be made', tone: 'bad' },
  'taken-back': { words: 'Taken back', tone: 'warn' },
} as const

/** What the routine made, skipped and could not make. */
export function History({ one, mayWrite }: { one: Routine; mayWrite: boolean }) {
  const [from, setFrom] = useUrl('from', '0')
  const offset = Math.max(0, Number(from) || 0)
  const asked = useQuery(routines.history, { id: one.id, limit: size, offset }, { keepsOld: true })
  return (
    <Card title="What came of it">
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={
          asked.data?.total === 0 && {
            children: 'Nothing yet. What is made, skipped or refused is kept here.',
          }
        }
      >
        {() => (
          <>
            <ol className="flex flex-col divide-y divide-line">
              {asked.data?.items.map((making) => (
                <Line key={making.id} routine={one} making={making} mayWrite={mayWrite} />
              ))}
            </ol>
            <Pager
              offset={offset}
              size={size}
              total={asked.data?.total ?? 0}
              onPage={(next) => setFrom(String(next))}
            />
          </>
        )}
      </FaceOf>
    </Card>
  )
}

type LineProps = { routine: Routine; making: Making; mayWrite: boolean }

function Line({ routine, making, mayWrite }: LineProps) {
  const { words, tone } = outcomeWords[making.outcome]
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 narrow:min-w-full">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">
            <Day date={making.dueOn} />
          </span>
          <Badge tone={tone}>{words}</Badge>
          {making.items.slice(0, 1).map((item) => (
            <Link key={item.id} to={`/work/items/${item.id}`} className="text-accent-ink hover:underline">
              {`W-${item.number} ${item.title}`}
            </Link>
          ))}
          {making.items.length > 1 && (
            <span className="text-ink-3">{`and ${making.items.length - 1} parts`}</span>
          )}
        </p>
        <p className="text-sm text-ink-3">
          {making.says && `${making.says} `}
          {`${making.madeBy}, `}
          <When at={making.madeAt} />
        </p>
      </div>
      {mayWrite && <Deed routine={routine} making={making} />}
    </li>
  )
}

function Deed({ routine, making }: Omit<LineProps, 'mayWrite'>) {
  const make = useCommand(routines.makeNow, { alsoRefresh: ['work'] })
  const takeBack = useCommand(routines.takeBack, { alsoRefresh: ['work'] })
  const { id } = routine
  const again = () => make.run({ id, occurs: making.occurs })
  const back = async () => {
    if (await takeBack.run({ id: making.id })) toast('Taken back', { undo: () => void again() })
  }
  return making.outcome === 'made' ? (
    <Button small look="quiet" isBusy={takeBack.isRunning} onClick={() => void back()}>
      Take back
    </Button>
  ) : (
    <Button small look="quiet" isBusy={make.isRunning} onClick={() => void again()}>
      Make it now
    </Button>
  )
}
