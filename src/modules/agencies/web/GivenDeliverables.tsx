import { useState } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Files } from '../../files/web/index.ts'
import { agencies, type Own } from '../contract.ts'
import { Deliver } from './Deliver.tsx'
import { DeliverableState, DeliveryLink } from './words.tsx'

/** Under a brief that was given to a guest: what their agency delivers for it. */
export default function GivenDeliverables({ id }: { id: string }) {
  const { data } = useQuery(agencies.mine, {})
  const own = (data?.items ?? []).filter((one) => one.campaign.id === id)
  if (own.length === 0) return null
  return (
    <section aria-label="Deliverables" className="mt-4 border-t border-line pt-3">
      <h3 className="font-medium">{`What ${data?.agency} delivers`}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {own.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Line({ one }: { one: Own }) {
  const [isDelivering, setDelivering] = useState(false)
  const [last] = one.deliveries
  const takeBack = useCommand(agencies.takeBack, { alsoRefresh: ['identity'] })
  const back = async () => {
    if (await takeBack.run({ id: one.id, version: one.version })) toast(`${one.what} is taken back`)
  }
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 narrow:min-w-full">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{one.what}</span>
          <DeliverableState {...one} />
        </p>
        <p className="text-sm text-ink-2">
          {'Due '}
          <Day date={one.dueOn} />
          {`. ${one.says}`}
        </p>
        {one.note && <p className="text-sm text-ink-3">{one.note}</p>}
        {last && (
          <p className="text-sm">
            <DeliveryLink one={last} what={one.what} />
          </p>
        )}
        <Files kind="deliverable" id={one.id} isInLine />
      </div>
      {one.can.deliver && (
        <Button small look="primary" onClick={() => setDelivering(true)}>
          Deliver
          <span className="sr-only">{`: ${one.what}`}</span>
        </Button>
      )}
      {one.can.takeBack && (
        <Button small isBusy={takeBack.isRunning} onClick={() => void back()}>
          Take back
          <span className="sr-only">{`: ${one.what}`}</span>
        </Button>
      )}
      {isDelivering && <Deliver one={one} onClose={() => setDelivering(false)} />}
    </li>
  )
}
