import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { type Board, dashboards, type Sharing } from '../contract.ts'

const choices: { value: Sharing['with']; label: string }[] = [
  { value: 'nobody', label: 'Private' },
  { value: 'everybody', label: 'Everybody' },
  { value: 'roles', label: 'Some roles' },
]
const says: Record<Sharing['with'], string> = {
  nobody: 'Only you see it.',
  everybody: 'Everybody who may read dashboards sees it; who may write them can work on it, too.',
  roles: 'People of these roles see it; who may write dashboards can work on it, too.',
}

/** Who sees a dashboard. */
export function ShareDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const [sharing, set] = useState<Sharing>(board.sharing)
  const share = useCommand(dashboards.share)
  const back = () => void share.run({ id: board.id, ...board.sharing })
  const save = async () => {
    const done = await share.run({ id: board.id, ...sharing })
    if (!done) return
    toast(sharing.with === 'nobody' ? 'It is private' : `Shared with: ${done.sharedWith}`, { undo: back })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Share ${board.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" isBusy={share.isRunning} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Segmented
          label="Who sees it"
          value={sharing.with}
          options={choices}
          onChange={(value) => set({ ...sharing, with: value })}
        />
        <p className="text-ink-2">{says[sharing.with]}</p>
        {sharing.with === 'roles' && (
          <Roles chosen={sharing.roles} onChange={(roles) => set({ ...sharing, roles })} />
        )}
      </div>
    </Dialog>
  )
}

function Roles({ chosen, onChange }: { chosen: string[]; onChange: (roles: string[]) => void }) {
  const asked = useQuery(identity.roles, {})
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => (
        <div className="grid grid-cols-2 gap-2 narrow:grid-cols-1">
          {asked.data?.roles.map(({ id, name }) => (
            <Field key={id} label={name} isInline>
              <Checkbox
                isOn={chosen.includes(id)}
                onChange={(isOn) => onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
              />
            </Field>
          ))}
        </div>
      )}
    </FaceOf>
  )
}
