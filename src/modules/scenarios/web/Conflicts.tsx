import { RefreshCw } from 'lucide-react'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Conflict, scenarios } from '../contract.ts'
import type { Shown } from './ScenarioPage.tsx'

const titles: Record<Conflict['kind'], string> = {
  load: 'Load above it',
  changed: 'Budget changed',
  removed: 'Line removed',
  past: 'Month is over',
  actual: 'Below invoices',
  total: 'Above the plan',
  limit: 'Above your limit',
}

/** What stands against adopting it, each in a sentence that says how to mend it. */
export function Conflicts({ shown: { scenario, conflicts } }: { shown: Shown }) {
  if (scenario.state === 'adopted')
    return <Notice tone="good">{`Adopted by ${scenario.adopted?.by}. It stays as it was adopted.`}</Notice>
  const isStale = conflicts.some(({ kind }) => kind === 'changed' || kind === 'removed')
  return (
    <Card
      title={
        conflicts.length === 0 ? 'Nothing stands against adopting it' : 'What stands against adopting it'
      }
      hint="Adoption checks all of this once more, in the same step in which it changes the budget."
      actions={scenario.can.change && isStale && <Refresh id={scenario.id} />}
    >
      {conflicts.length === 0 ? (
        <p className="text-ink-2">
          Every line keeps what is ordered and invoiced on it, no month that is over is changed, and nothing
          was changed in the budget since the copy.
        </p>
      ) : (
        <ul className="flex flex-col gap-2">
          {conflicts.map(({ kind, id, says }) => (
            <li key={`${kind} ${id} ${says}`} className="flex items-start gap-2 text-bad">
              <Badge tone="bad">{titles[kind]}</Badge>
              <span>{says}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function Refresh({ id }: { id: string }) {
  const refresh = useCommand(scenarios.refresh)
  const run = async () => {
    const done = await refresh.run({ id })
    if (!done) return
    toast(done.taken === 0 ? 'It is up to date' : 'Up to date again', {
      detail: `${done.taken} ${done.taken === 1 ? 'line' : 'lines'} taken over; what was changed here stays.`,
    })
  }
  return (
    <Button small icon={<RefreshCw size={14} />} isBusy={refresh.isRunning} onClick={() => void run()}>
      Bring up to date
    </Button>
  )
}
