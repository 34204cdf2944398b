import { Plus } from 'lucide-react'
import { useState } from 'react'
import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Day } from '../../../ui/format/Values.tsx'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Files } from '../../files/web/index.ts'
import { agencies, type Deliverable } from '../contract.ts'
import { DeliverableDeeds } from './DeliverableDeeds.tsx'
import { DeliverableForm } from './DeliverableForm.tsx'
import { DeliverableState, DeliveryLink } from './words.tsx'

type Named = { id: string; name: string }
type DeliverablesProps = {
  items: Deliverable[]
  empty: string
  /** With whom and for what something more can be agreed on. */
  agree?: { agencyId: string; campaigns: Named[] }
  file: { agencyId?: string; campaignId?: string }
  title?: string
}

const rank: Record<Deliverable['state'], number> = { delivered: 0, 'sent-back': 1, due: 1, accepted: 2 }

/** What was agreed to come, what waits to be accepted first, what is accepted last. */
export function Deliverables({ items, empty, agree, file, title = 'Deliverables' }: DeliverablesProps) {
  const [isAdding, setAdding] = useState(false)
  const mayAgree = agree !== undefined && agree.campaigns.length > 0
  useKeys({ c: () => setAdding(true) }, { isOn: mayAgree })
  const sorted = items.toSorted((a, b) => rank[a.state] - rank[b.state] || a.dueOn.localeCompare(b.dueOn))
  return (
    <Card
      title={title}
      actions={
        <>
          {items.length > 0 && (
            <Exports
              onSave={(format) => download(address(agencies.exportDeliverables, { ...file, format }).url)}
            />
          )}
          {mayAgree && (
            <Button small icon={<Plus size={14} />} onClick={() => setAdding(true)}>
              Agree on a deliverable
            </Button>
          )}
        </>
      }
    >
      {items.length === 0 && <p className="text-ink-2">{empty}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {sorted.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {isAdding && agree && <DeliverableForm one={null} {...agree} onClose={() => setAdding(false)} />}
    </Card>
  )
}

const Line = ({ one }: { one: Deliverable }) => (
  <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2 first:pt-0">
    <div className="min-w-0 flex-1 narrow:min-w-full">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{one.what}</span>
        <DeliverableState {...one} />
      </p>
      <p className="text-sm text-ink-2">
        {`${one.agency.name}, for ${one.campaign.name}, due `}
        <Day date={one.dueOn} />
        {`. ${one.says}`}
      </p>
      {one.note && <p className="text-sm text-ink-3">{one.note}</p>}
      <ul className="text-sm">
        {one.deliveries.map((delivery) => (
          <li key={delivery.id}>
            <DeliveryLink one={delivery} what={one.what} />
            {delivery.verdict === 'sent-back' && (
              <span className="text-ink-3">{`; sent back by ${delivery.decidedBy}: ${delivery.reason}`}</span>
            )}
            {delivery.verdict === 'accepted' && (
              <span className="text-ink-3">{`; accepted by ${delivery.decidedBy}`}</span>
            )}
          </li>
        ))}
      </ul>
      <Files kind="deliverable" id={one.id} isInLine />
      {one.can.whyNotDecide && <p className="text-sm text-ink-3">{one.can.whyNotDecide}</p>}
    </div>
    <DeliverableDeeds one={one} />
  </li>
)
