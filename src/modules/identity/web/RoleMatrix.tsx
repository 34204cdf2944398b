import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { identity, type Role } from '../contract.ts'
import type { Permission } from './RolesPage.tsx'

type MatrixProps = {
  roles: Role[]
  permissions: Permission[]
  canEdit: boolean
  onOpen: (role: Role) => void
}

const nounOf = (permission: string) => permission.split(':')[0] ?? permission

/** Permissions down, roles across; each tick is saved at once and can be undone. */
export function RoleMatrix({ roles, permissions, canEdit, onOpen }: MatrixProps) {
  return (
    <section
      aria-label="Roles and permissions"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="quiet-scroll relative max-h-[calc(100dvh-180px)] overflow-auto rounded-lg border border-line bg-surface"
    >
      <table className="border-collapse">
        <thead>
          <tr className="text-sm">
            <th
              scope="col"
              className="sticky top-0 left-0 z-3 min-w-65 border-b border-line bg-surface px-3 py-2 text-left font-normal text-ink-3 narrow:min-w-36"
            >
              Permission
            </th>
            {roles.map((role) => (
              <th
                key={role.id}
                scope="col"
                className="sticky top-0 z-2 min-w-22 border-b border-line bg-surface px-2 py-2 align-bottom font-normal"
              >
                <button
                  type="button"
                  title={role.summary}
                  onClick={() => onOpen(role)}
                  className="rounded-sm font-medium hover:underline"
                >
                  {role.name}
                </button>
                <span className="block text-ink-3">{role.people}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission, index) => {
            const isFirst = nounOf(permission.name) !== nounOf(permissions[index - 1]?.name ?? '')
            return (
              <tr key={permission.name} className={isFirst ? 'border-t border-line' : ''}>
                <th scope="row" className="sticky left-0 z-1 bg-surface px-3 py-1.5 text-left font-normal">
                  <span className="font-medium">{permission.name}</span>
                  <span
                    className="block max-w-90 truncate text-sm narrow:hidden text-ink-3"
                    title={permission.allows.join('\n')}
                  >
                    {permission.allows[0]}
                    {permission.allows.length > 1 && ` and ${permission.allows.length - 1} more`}
                  </span>
                </th>
                {roles.map((role) => (
                  <td key={role.id} className="px-2 text-center">
                    <Tick role={role} permission={permission} canEdit={canEdit} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Tick({ role, permission, canEdit }: { role: Role; permission: Permission; canEdit: boolean }) {
  const change = useCommand(identity.changeRole)
  const isOn = role.permissions.includes(permission.name)
  const set = async (wanted: boolean) => {
    const others = role.permissions.filter((one) => one !== permission.name)
    const permissions = wanted ? [...others, permission.name] : others
    const done = await change.run({ id: role.id, version: role.version, permissions })
    if (!done) return
    const undo = () => void change.run({ id: role.id, version: done.version, permissions: role.permissions })
    toast(`${role.name} ${wanted ? 'holds' : 'no longer holds'} ${permission.name}.`, { undo })
  }
  return (
    <span className="inline-flex">
      <Checkbox
        label={`${role.name}: ${permission.name}`}
        isOn={isOn}
        isDisabled={!canEdit || change.isRunning || (!isOn && !permission.held)}
        onChange={(wanted) => void set(wanted)}
      />
    </span>
  )
}
