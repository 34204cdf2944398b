import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { proofing, type Whole } from '../contract.ts'
import { DecideCard } from './DecideCard.tsx'
import { PinList } from './PinList.tsx'
import { RoundDialog } from './RoundDialog.tsx'
import { type Spot, Viewer } from './Viewer.tsx'

export default function ProofPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const proof = useQuery(proofing.show, { id })
  return (
    <Page
      title={proof.data?.name ?? 'Proof'}
      description={proof.data && `Version ${proof.data.number}, round ${proof.data.round}`}
      crumbs={[{ title: 'Proofs', path: '/proofs' }]}
      actions={proof.data && <Deeds proof={proof.data} />}
      isLoading={proof.isPending}
      error={proof.error}
      onRetry={proof.refetch}
    >
      {() => proof.data && <Body proof={proof.data} />}
    </Page>
  )
}

function Body({ proof }: { proof: Whole }) {
  const [chosen, choose] = useState('')
  const [spot, setSpot] = useState<Spot>()
  const carried = proof.pins.filter((one) => !one.isSettled && one.round < proof.round).length
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_22rem] gap-(--gap) narrow:grid-cols-1">
      <Viewer proof={proof} chosen={chosen} onChoose={choose} onSpot={setSpot} />
      <div className="flex min-w-0 flex-col gap-(--gap)">
        {proof.newer && proof.state !== 'withdrawn' && (
          <Notice tone="warn">
            {`Version ${proof.newer} came in since this round began. It is looked at in another round.`}
          </Notice>
        )}
        {carried > 0 && (
          <Notice tone="info">
            {carried === 1 ? 'One open pin was' : `${carried} open pins were`} carried over from earlier
            rounds.
          </Notice>
        )}
        <DecideCard proof={proof} />
        <PinList proof={proof} chosen={chosen} onChoose={choose} spot={spot} onSpot={setSpot} />
      </div>
    </div>
  )
}

function Deeds({ proof }: { proof: Whole }) {
  const [isRound, setRound] = useState(false)
  const withdraw = useCommand(proofing.withdraw, { alsoRefresh: ['work', 'identity'] })
  if (!proof.can.manage) return <Button to={proof.on.path}>{proof.on.name}</Button>
  const set = async (isWithdrawn: boolean) => {
    const done = await withdraw.run({ id: proof.id, isWithdrawn })
    if (done && isWithdrawn) toast('The proof is withdrawn', { undo: () => void set(false) })
  }
  return (
    <>
      <Button to={proof.on.path}>{proof.on.name}</Button>
      {proof.state === 'open' && (
        <Button isBusy={withdraw.isRunning} onClick={() => void set(true)}>
          Withdraw
        </Button>
      )}
      {proof.state === 'withdrawn' && (
        <Button isBusy={withdraw.isRunning} onClick={() => void set(false)}>
          Take it up again
        </Button>
      )}
      {proof.newer && proof.state !== 'withdrawn' && (
        <Button look="primary" onClick={() => setRound(true)}>
          {`Open round ${proof.round + 1}`}
        </Button>
      )}
      {isRound && <RoundDialog proof={proof} onClose={() => setRound(false)} />}
    </>
  )
}
