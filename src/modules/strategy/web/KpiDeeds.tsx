import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Kpi, strategy } from '../contract.ts'
import { inUnit } from './kpi-words.tsx'

/** What one can do about an agreement now. */
export function KpiDeeds({ kpi }: { kpi: Kpi }) {
  const [open, setOpen] = useState<'sign' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      {kpi.state === 'open' && kpi.can.manage && (
        <Button look="quiet" onClick={() => setOpen('withdraw')}>
          Withdraw
        </Button>
      )}
      {kpi.state === 'signed' && kpi.can.manage && (
        <Button to={`/kpis/new?instead=${kpi.id}`}>Propose a successor</Button>
      )}
      {kpi.can.sign && (
        <Button look="primary" onClick={() => setOpen('sign')}>
          Sign
        </Button>
      )}
      {open === 'sign' && <Sign kpi={kpi} onClose={close} />}
      {open === 'withdraw' && <Withdraw kpi={kpi} onClose={close} />}
    </>
  )
}

const Draft = z.object({ note: z.string().trim().max(500).optional() })

function Sign({ kpi, onClose }: { kpi: Kpi; onClose: () => void }) {
  const sign = useCommand(strategy.signKpi, { isQuiet: true, alsoRefresh: ['identity'] })
  const { definition, baseline, target, period } = kpi
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Sign “${kpi.name}”`}
      description={`From ${inUnit(baseline, definition)} to ${inUnit(target, definition)} by ${period.to}. A signature cannot be taken back; only a new agreement takes its place.`}
    >
      <Form
        id={`kpi-sign-${kpi.id}`}
        schema={Draft}
        fields={[{ name: 'note', label: 'Note', kind: 'textarea', isOptional: true }]}
        saveLabel="Sign"
        onSave={({ note = '' }) => sign.attempt({ id: kpi.id, note })}
        onSaved={({ state }) => {
          toast('Signed', state === 'signed' ? { detail: 'Both have signed; it is locked.' } : {})
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

function Withdraw({ kpi, onClose }: { kpi: Kpi; onClose: () => void }) {
  const withdraw = useCommand(strategy.withdrawKpi, { alsoRefresh: ['identity'] })
  const save = async (reason: string) => {
    if (!(await withdraw.run({ id: kpi.id, reason }))) return
    toast('Withdrawn', { detail: 'It stays to be read, with your reason.' })
    onClose()
  }
  return (
    <ReasonDialog
      title={`Withdraw “${kpi.name}”`}
      description="Whoever was to sign it is told."
      label="Why"
      verb="Withdraw"
      most={500}
      isBusy={withdraw.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
