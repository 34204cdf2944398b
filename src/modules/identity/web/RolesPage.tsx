import { Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity, Line, Name, type Role } from '../contract.ts'
import { EditRole } from './EditRole.tsx'
import { LackingAreas } from './LackingAreas.tsx'
import { RoleMatrix } from './RoleMatrix.tsx'

export type Permission = Out<typeof identity.roles>['permissions'][number]

const NewRole = z.object({ name: Name, summary: Line(300).default('') })

export default function RolesPage() {
  const roles = useQuery(identity.roles, {})
  const canEdit = useCan()('roles:manage')
  const [opened, setOpened] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  const shown = roles.data?.roles.find((role) => role.id === opened)
  return (
    <Page
      title="Roles & permissions"
      description="What each role may do. Whoever has several roles may do what any of them may. You can give what you hold yourself."
      isLoading={roles.isPending}
      error={roles.error}
      onRetry={roles.refetch}
      actions={
        canEdit && (
          <Button look="primary" icon={<Plus size={14} />} onClick={() => setAdding(true)}>
            New role
          </Button>
        )
      }
      empty={roles.data?.roles.length === 0 && { children: 'Roles appear once the organisation exists.' }}
    >
      {() =>
        roles.data && (
          <>
            <LackingAreas {...roles.data} canEdit={canEdit} />
            <RoleMatrix {...roles.data} canEdit={canEdit} onOpen={(role: Role) => setOpened(role.id)} />
            {shown && (
              <EditRole
                key={shown.id}
                role={shown}
                roles={roles.data.roles}
                canEdit={canEdit}
                onClose={() => setOpened(undefined)}
              />
            )}
            {isAdding && <AddRole onClose={() => setAdding(false)} />}
          </>
        )
      }
    </Page>
  )
}

function AddRole({ onClose }: { onClose: () => void }) {
  const add = useCommand(identity.addRole, { isQuiet: true })
  return (
    <Dialog isOpen onClose={onClose} title="New role" size="small">
      <Form
        id="role-new"
        schema={NewRole}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true },
          { name: 'summary', label: 'What it is for', isOptional: true },
        ]}
        onSave={(value) => add.attempt(value)}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
