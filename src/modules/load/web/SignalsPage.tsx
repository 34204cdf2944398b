import { When } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { load, type Signal } from '../contract.ts'
import { AgreementCard } from './AgreementCard.tsx'

export default function SignalsPage() {
  const asked = useQuery(load.signals, {})
  const { data } = asked
  return (
    <Page
      title="Signs of too much work"
      description="Yours first. Whoever leads you reads one when you share it, or when nothing changed for as long as was agreed."
      crumbs={[{ title: 'Load', path: '/load' }]}
      isNarrow
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        data && (
          <>
            <Card title="Signs">
              {data.signals.length === 0 ? (
                <p className="text-ink-2">
                  None. They are looked for every night, from time that was written down and from leave.
                </p>
              ) : (
                <ul className="flex flex-col gap-2">
                  {data.signals.map((one) => (
                    <Line key={one.id} signal={one} />
                  ))}
                </ul>
              )}
            </Card>
            {data.teams.length > 0 && <Teams teams={data.teams} />}
            <AgreementCard />
          </>
        )
      }
    </Page>
  )
}

function Line({ signal }: { signal: Signal }) {
  const sharing = useCommand(load.share)
  const share = async () => {
    if (await sharing.run({ id: signal.id })) toast('Shared with whoever leads you')
  }
  return (
    <li className="flex flex-wrap items-center gap-3">
      <Badge tone="warn">{signal.isOwn ? 'You' : signal.person.name}</Badge>
      <span className="min-w-0 flex-1">
        {signal.words}
        <span className="block text-sm text-ink-3">
          {'Noticed '}
          <When at={signal.noticedAt} />
          {signal.isOwn && !signal.isShared && ` · only you read this until ${signal.toldOn}`}
          {signal.isShared && ' · shared'}
        </span>
      </span>
      {signal.isOwn && !signal.isShared && (
        <Button small isBusy={sharing.isRunning} onClick={() => void share()}>
          Share with whoever leads me
        </Button>
      )}
    </li>
  )
}

type Team = { id: string; name: string; people: number; signals: number | null }
const Teams = ({ teams }: { teams: Team[] }) => (
  <Card title="Teams" hint="How many people have a sign; of fewer than five people it is not told">
    <ul>
      {teams.map((one) => (
        <li key={one.id} className="flex justify-between">
          <span>{one.name}</span>
          <span className="text-ink-2">
            {one.signals === null ? `${one.people} people: not told` : `${one.signals} of ${one.people}`}
          </span>
        </li>
      ))}
    </ul>
  </Card>
)
