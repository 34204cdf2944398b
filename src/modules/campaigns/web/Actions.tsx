import { useNavigate } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type Campaign, campaigns } from '../contract.ts'
import { Clone } from './Clone.tsx'

/** What one can do with a campaign: edit, submit, ask for a change, recall, stop. */
export function Actions({ one }: { one: Campaign }) {
  const navigate = useNavigate()
  const [, setTab] = useUrl('tab')
  const [open, setOpen] = useState<'recall' | 'stop' | 'clone' | null>(null)
  const submit = useCommand(campaigns.submit, { alsoRefresh: ['identity'] })
  const edit = () => void navigate({ to: `/campaigns/${one.id}/edit` })
  useKeys({ e: edit }, { isOn: one.can.change })
  const save = async () => {
    if (!(await submit.run({ id: one.id }))) return
    toast('Submitted', { detail: 'Whoever decides first has it in their inbox.' })
    setTab('approval')
  }
  return (
    <>
      {one.can.change && one.state === 'draft' && (
        <Button icon={<Pencil size={14} />} onClick={edit}>
          Edit the brief
        </Button>
      )}
      {one.can.submit && (
        <Button look="primary" isBusy={submit.isRunning} onClick={() => void save()}>
          Submit for approval
        </Button>
      )}
      {one.can.askChange && (
        <Button look="primary" to={`/campaigns/${one.id}/edit?change=1`}>
          Ask for a change
        </Button>
      )}
      {one.can.recall && <Button onClick={() => setOpen('recall')}>Recall</Button>}
      {one.can.share && (
        <Menu
          items={[
            ...(one.state === 'approved' ? [{ label: 'Edit name, owner, agency', onSelect: edit }] : []),
            { label: 'Clone', onSelect: () => setOpen('clone') },
            { label: 'Stop it for good', onSelect: () => setOpen('stop') },
          ]}
        >
          <Button look="quiet">More</Button>
        </Menu>
      )}
      {open === 'clone' && <Clone one={one} onClose={() => setOpen(null)} />}
      {open && open !== 'clone' && <Why one={one} deed={open} onClose={() => setOpen(null)} />}
    </>
  )
}

type WhyProps = { one: Campaign; deed: 'recall' | 'stop'; onClose: () => void }

function Why({ one, deed, onClose }: WhyProps) {
  const recall = useCommand(campaigns.recall, { alsoRefresh: ['identity'] })
  const stop = useCommand(campaigns.stop, { alsoRefresh: ['identity'] })
  const command = deed === 'recall' ? recall : stop
  const save = async (reason: string) => {
    if (await command.run({ id: one.id, reason })) onClose()
  }
  return (
    <ReasonDialog
      title={`${deed === 'recall' ? 'Recall' : 'Stop'} ${one.name}`}
      description={
        deed === 'recall'
          ? 'It becomes a draft again; every stage decides anew.'
          : 'It cannot be taken up again; plan another in its place.'
      }
      label="Why"
      verb={deed === 'recall' ? 'Recall' : 'Stop'}
      most={1000}
      isBusy={command.isRunning}
      onSave={(reason) => void save(reason)}
      onClose={onClose}
    />
  )
}
