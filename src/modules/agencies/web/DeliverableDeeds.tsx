import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { agencies, type Deliverable } from '../contract.ts'
import { Deliver } from './Deliver.tsx'
import { DeliverableForm } from './DeliverableForm.tsx'

const refresh = { alsoRefresh: ['identity', 'activity'] }

/** Accepts, sends back, and takes a verdict back again. */
function useVerdicts(one: Deliverable) {
  const accept = useCommand(agencies.accept, refresh)
  const sendBack = useCommand(agencies.sendBack, refresh)
  const reopen = useCommand(agencies.reopen, refresh)
  const which = { id: one.id, version: one.version }
  const told = (words: string, done: Deliverable | undefined) => {
    if (!done) return false
    toast(words, { undo: () => void reopen.run({ id: done.id, version: done.version }) })
    return true
  }
  return {
    isRunning: accept.isRunning || sendBack.isRunning || reopen.isRunning,
    accept: async () => told(`${one.what} is accepted`, await accept.run(which)),
    sendBack: async (reason: string) =>
      told(`${one.what} is sent back`, await sendBack.run({ ...which, reason })),
    reopen: () => reopen.run(which),
  }
}

type Open = 'back' | 'edit' | 'deliver' | null

/** What the team may do about a deliverable. */
export function DeliverableDeeds({ one }: { one: Deliverable }) {
  const [open, setOpen] = useState<Open>(null)
  const verdicts = useVerdicts(one)
  const more = useMore(one, { verdicts, open: setOpen })
  const back = async (reason: string) => {
    if (await verdicts.sendBack(reason)) setOpen(null)
  }
  return (
    <span className="flex flex-wrap gap-1">
      {one.can.decide && (
        <>
          <Button small look="primary" isBusy={verdicts.isRunning} onClick={() => void verdicts.accept()}>
            Accept
            <span className="sr-only">{`: ${one.what}`}</span>
          </Button>
          <Button small onClick={() => setOpen('back')}>
            Send back
            <span className="sr-only">{`: ${one.what}`}</span>
          </Button>
        </>
      )}
      {more.length > 0 && (
        <Menu align="end" items={more}>
          <Button small look="quiet" aria-label={`More about ${one.what}`}>
            More
          </Button>
        </Menu>
      )}
      {open === 'edit' && (
        <DeliverableForm
          one={one}
          agencyId={one.agency.id}
          campaigns={[one.campaign]}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'deliver' && <Deliver one={one} hasDay onClose={() => setOpen(null)} />}
      {open === 'back' && (
        <ReasonDialog
          title={`Send “${one.what}” back`}
          description={`${one.agency.name} reads why and delivers again.`}
          label="Why"
          verb="Send it back"
          most={1000}
          isBusy={verdicts.isRunning}
          onSave={(reason) => void back(reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </span>
  )
}

type More = { verdicts: ReturnType<typeof useVerdicts>; open: (what: Open) => void }

function useMore(one: Deliverable, { verdicts, open }: More) {
  const remove = useCommand(agencies.removeDeliverable, refresh)
  const add = useCommand(agencies.addDeliverable, refresh)
  const takeBack = useCommand(agencies.takeBack, refresh)
  const drop = async () => {
    if (!(await remove.run({ id: one.id }))) return
    const { what, note, dueOn } = one
    const again = { id: one.agency.id, campaignId: one.campaign.id, what, note, dueOn }
    toast(`${what} is taken out`, { undo: () => void add.run(again) })
  }
  const which = { id: one.id, version: one.version }
  const { can } = one
  return [
    ...(can.deliver ? [{ label: 'It was delivered', onSelect: () => open('deliver') }] : []),
    ...(can.takeBack ? [{ label: 'It was not delivered', onSelect: () => void takeBack.run(which) }] : []),
    ...(can.reopen ? [{ label: 'Take the verdict back', onSelect: () => void verdicts.reopen() }] : []),
    ...(can.change ? [{ label: 'Change', onSelect: () => open('edit') }] : []),
    ...(can.remove ? [{ label: 'Take it out', onSelect: () => void drop() }] : []),
  ]
}
