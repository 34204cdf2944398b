import { useParams } from '@tanstack/react-router'
import { Copy } from 'lucide-react'
import { Day } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Thread } from '../../threads/web/index.ts'
import { intake, type Request } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { Deeds } from './Deeds.tsx'
import { RequestShown } from './RequestShown.tsx'
import { StateBadge } from './StateBadge.tsx'

export default function RequestPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(intake.show, { id })
  const one = asked.data
  return (
    <DetailPage
      title={one ? `${nameOf(one.number)} ${one.title}` : 'Request'}
      crumbs={[{ title: 'Requests', path: '/intake' }]}
      description={one && <StateBadge state={one.state} />}
      actions={one?.can.triage && <Links one={one} />}
      {...(one ? { properties: propertiesOf(one) } : {})}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        one && (
          <>
            <Deeds key={one.id} one={one} />
            <RequestShown one={one} />
            <Thread kind="request" id={one.id} />
          </>
        )
      }
    </DetailPage>
  )
}

const propertiesOf = (one: Request) => [
  { label: 'Answer by', value: <Day date={one.answerDueOn} /> },
  { label: 'Decided by', value: one.decidedBy ?? 'Nobody yet' },
  ...(one.promisedOn ? [{ label: 'Promised for', value: <Day date={one.promisedOn} /> }] : []),
  ...(one.deferredUntil ? [{ label: 'Put off until', value: <Day date={one.deferredUntil} /> }] : []),
  ...(one.item
    ? [
        {
          label: 'Item',
          value: (
            <a className="text-accent-ink underline" href={`/work/items/${one.item.id}`}>
              {one.item.name}
            </a>
          ),
        },
        { label: 'Stage', value: one.item.stage },
      ]
    : []),
  ...(one.mergedInto ? [{ label: 'Merged into', value: one.mergedInto.name }] : []),
]

/** A link for whoever asked: they follow it without an account, until links are taken back. */
function Links({ one }: { one: Request }) {
  const hand = useCommand(intake.handOutLink)
  const copy = async () => {
    const path = (await hand.run({ id: one.id }))?.path
    if (!path) return
    await navigator.clipboard.writeText(`${location.origin}${path}`)
    toast('The link is copied', { detail: `Give it to ${one.asker}: it opens this request only.` })
  }
  const takeBack = async () => {
    if (await hand.run({ id: one.id, isTakenBack: true }))
      toast('No link opens it any more', { detail: 'A new one can be made at any time.' })
  }
  return (
    <>
      <Button look="quiet" isBusy={hand.isRunning} onClick={() => void takeBack()}>
        Take links back
      </Button>
      <Button icon={<Copy size={14} />} isBusy={hand.isRunning} onClick={() => void copy()}>
        Link for {one.asker.split(' ')[0]}
      </Button>
    </>
  )
}
