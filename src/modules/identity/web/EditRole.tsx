import { useState } from 'react'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { identity, type Role } from '../contract.ts'
import { Choices } from './pickers.tsx'

/** A role's words and whom its people may report to. */
export function EditRole({
  role,
  roles,
  canEdit,
  onClose,
}: {
  role: Role
  roles: Role[]
  canEdit: boolean
  onClose: () => void
}) {
  const change = useCommand(identity.changeRole)
  const { opened, open, newer } = useOpened(role)
  const [name, setName] = useState(role.name)
  const [summary, setSummary] = useState(role.summary)
  const [reportsTo, setReportsTo] = useState(role.reportsTo)
  const save = async () => {
    const { id, version } = opened
    const done = await change.run({ id, version, name, summary, reportsTo })
    if (!done) return
    toast(`${name} saved`)
    onClose()
  }
  const load = (from: Role) => {
    open(from)
    setName(from.name)
    setSummary(from.summary)
    setReportsTo(from.reportsTo)
  }
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={role.name}
      actions={
        canEdit && (
          <Button look="primary" isBusy={change.isRunning} onClick={() => void save()}>
            Save
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4 p-5">
        {newer && <Meanwhile by={null} what="this role" onLoad={() => load(newer)} />}
        {role.isDefault && (
          <Notice>
            Nobody changed what this role may do; permissions of new areas reach it by themselves.
          </Notice>
        )}
        <Field label="Name">
          <Input value={name} onChange={setName} disabled={!canEdit} />
        </Field>
        <Field label="What it is for">
          <Input value={summary} onChange={setSummary} disabled={!canEdit} />
        </Field>
        <div className="flex flex-col gap-2">
          <h3 className="font-medium">Reports to</h3>
          <p className="text-sm text-ink-3">
            The manager of these people holds one of the chosen roles. Nothing chosen: anybody.
          </p>
          <Choices
            label="Reports to"
            options={roles.map(({ id, name }) => ({ id, name, isDisabled: !canEdit }))}
            value={reportsTo}
            onChange={setReportsTo}
          />
        </div>
      </div>
    </Drawer>
  )
}
