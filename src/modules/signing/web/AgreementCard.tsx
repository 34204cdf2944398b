import { useState } from 'react'
import { Day, When } from '../../../ui/format/Values.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Agreement, signing } from '../contract.ts'
import { roles } from '../rules/signing.ts'
import { Sign } from './Sign.tsx'

type AgreementCardProps = { agreement: Agreement; onPropose: ((id: string) => void) | undefined }

/** Terms, both signatures, what has changed since, and what one can do about it. */
export function AgreementCard({ agreement, onPropose }: AgreementCardProps) {
  const { period, terms, settingsVersion, doubts, can, state, proposedBy, proposedAt, note } = agreement
  return (
    <Card
      title={`${period.label}: ${terms}`}
      hint={
        <>
          <Day date={period.from} />
          {' – '}
          <Day date={period.to} />
          {` · settings version ${settingsVersion}`}
        </>
      }
      actions={<Deeds agreement={agreement} onPropose={onPropose} />}
    >
      <div className="flex flex-col gap-3">
        {doubts.map((doubt) => (
          <Notice key={doubt} tone="warn">
            {doubt}
          </Notice>
        ))}
        <ul className="grid grid-cols-2 gap-(--gap) max-[720px]:grid-cols-1">
          {roles.map((one) => (
            <Place key={one.role} agreement={agreement} {...one} />
          ))}
        </ul>
        <p className="text-sm text-ink-3">
          {`Proposed by ${proposedBy.name}, `}
          <When at={proposedAt} />
          {note && `: ${note}`}
        </p>
        {state === 'open' && !can.sign && <p className="text-sm text-ink-2">{can.whyNotSign}</p>}
      </div>
    </Card>
  )
}

type PlaceProps = { agreement: Agreement; role: string; title: string }

/** Where one of the two signs. */
function Place({ agreement, role, title }: PlaceProps) {
  const signature = agreement.signatures.find((one) => one.role === role)
  return (
    <li className="flex flex-col gap-1 rounded-md border border-line px-3 py-2">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{title}</span>
        {signature ? <Badge tone="good">Signed</Badge> : <Badge tone="info">Waits</Badge>}
      </span>
      {signature ? (
        <>
          <span>
            {`${signature.by.name}, `}
            <When at={signature.at} />
          </span>
          {signature.note && <span className="text-ink-2">{`“${signature.note}”`}</span>}
        </>
      ) : (
        <span className="text-ink-3">Nobody has signed yet.</span>
      )}
    </li>
  )
}

function Deeds({ agreement, onPropose }: AgreementCardProps) {
  const { state, can, period } = agreement
  const [open, setOpen] = useState<'sign' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state === 'signed' && <Badge tone="good">Signed and locked</Badge>}
      {can.withdraw && (
        <Button
          small
          look="quiet"
          aria-label={`Withdraw ${period.label}`}
          onClick={() => setOpen('withdraw')}
        >
          Withdraw
        </Button>
      )}
      {can.sign && (
        <Button small look="primary" aria-label={`Sign ${period.label}`} onClick={() => setOpen('sign')}>
          Sign
        </Button>
      )}
      {state === 'signed' && onPropose && (
        <Button
          small
          look="quiet"
          aria-label={`Propose anew: ${period.label}`}
          onClick={() => onPropose(agreement.id)}
        >
          Propose anew
        </Button>
      )}
      {open === 'sign' && <Sign agreement={agreement} onClose={close} />}
      {open === 'withdraw' && <Withdraw agreement={agreement} onClose={close} />}
    </div>
  )
}

function Withdraw({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const withdraw = useCommand(signing.withdraw, { alsoRefresh: ['identity'] })
  const save = async (reason: string) => {
    if (!(await withdraw.run({ id: agreement.id, reason }))) return
    toast('Withdrawn', { detail: 'It stays in the history with your reason.' })
    onClose()
  }
  return (
    <ReasonDialog
      title={`Withdraw ${agreement.period.label}`}
      description={agreement.says}
      label="Why"
      verb="Withdraw"
      most={500}
      isBusy={withdraw.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
