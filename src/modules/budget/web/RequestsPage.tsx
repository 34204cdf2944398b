import { ClipboardCheck } from 'lucide-react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl, useUrlPatch } from '../../../ui/useUrl.ts'
import { budget } from '../contract.ts'
import { AskForOrder } from './AskForOrder.tsx'
import { Authority } from './Authority.tsx'
import { DecisionLog } from './DecisionLog.tsx'
import { RequestCard } from './RequestCard.tsx'

export default function RequestsPage() {
  const asked = useQuery(budget.requests, {})
  const [show] = useUrl('show')
  const [line] = useUrl('line')
  const patch = useUrlPatch()
  const mayAsk = useCan()('budget:request')
  const waiting = asked.data?.items.filter((one) => one.state === 'waiting') ?? []
  const tabs = [
    { value: 'waiting', label: 'Waiting', count: waiting.length },
    { value: 'decided', label: 'Decided' },
    { value: 'log', label: 'Decision log' },
    { value: 'authority', label: 'Who may decide' },
  ]
  const ask = mayAsk && (
    <Button look="primary" onClick={() => patch({ show: 'new' })}>
      Ask for an order
    </Button>
  )
  return (
    <>
      <Page
        title="Order requests"
        description="Who asks for an order, who decides, and what each decision rested on. Nobody approves their own spend."
        tabs={tabs}
        actions={ask}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {(tab) => <Tab tab={tab} requests={asked.data?.items ?? []} ask={ask} />}
      </Page>
      {show === 'new' && mayAsk && (
        <AskForOrder lineId={line || undefined} onClose={() => patch({ show: undefined, line: undefined })} />
      )}
    </>
  )
}

type TabProps = {
  tab: string
  requests: Parameters<typeof RequestCard>[0]['request'][]
  ask: React.ReactNode
}

function Tab({ tab, requests, ask }: TabProps) {
  const [only, setOnly] = useUrl('request')
  if (tab === 'log') return <DecisionLog />
  if (tab === 'authority') return <Authority />
  const isWaiting = tab !== 'decided'
  const found = requests.find((one) => one.id === only)
  if (found)
    return (
      <>
        <RequestCard request={found} />
        <Button onClick={() => setOnly('')}>All requests</Button>
      </>
    )
  const shown = requests.filter((one) => (one.state === 'waiting') === isWaiting)
  if (shown.length === 0)
    return (
      <div className="flex flex-col items-start gap-3 py-6 text-ink-2">
        <ClipboardCheck size={24} />
        <p>{isWaiting ? 'Nothing waits for a decision.' : 'Nothing was decided yet.'}</p>
        {ask}
      </div>
    )
  return shown.map((one) => <RequestCard key={one.id} request={one} />)
}
