import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { identity, type Role } from '../contract.ts'
import type { Permission } from './RolesPage.tsx'

type LackingAreasProps = { roles: Role[]; permissions: Permission[]; canEdit: boolean }

/** New areas reach only roles that nobody edited: what the others lack of them, and a click to give it. */
export function LackingAreas({ roles, permissions, canEdit }: LackingAreasProps) {
  const held = new Set(permissions.filter((one) => one.held).map((one) => one.name))
  return roles
    .filter((role) => role.lacks.length > 0)
    .map((role) => (
      <Lacking
        key={role.id}
        role={role}
        canAdd={canEdit && role.lacks.every((permission) => held.has(permission))}
      />
    ))
}

function Lacking({ role, canAdd }: { role: Role; canAdd: boolean }) {
  const change = useCommand(identity.changeRole)
  const { id, version, name, lacks, permissions } = role
  const add = async () => {
    const done = await change.run({ id, version, permissions: [...permissions, ...lacks] })
    if (!done) return
    const undo = () => void change.run({ id, version: done.version, permissions })
    toast(`${name} holds ${lacks.join(', ')}.`, { undo })
  }
  return (
    <Notice
      action={
        canAdd && (
          <Button small isBusy={change.isRunning} onClick={() => void add()}>
            Add them
          </Button>
        )
      }
    >
      {`${name} was edited, so new areas do not reach it by themselves. As it was built in it would also hold ${lacks.join(', ')}.`}
    </Notice>
  )
}
