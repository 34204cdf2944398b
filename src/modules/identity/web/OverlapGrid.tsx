import { Trash2 } from 'lucide-react'
import { cx } from '../../../ui/classes.ts'
import { ToneMark } from '../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Area, identity, type Part } from '../contract.ts'

type RoleName = { id: string; name: string }
const marks: Record<Part, { letter: string; words: string; look: string }> = {
  lead: { letter: 'L', words: 'leads', look: 'bg-accent text-on-accent' },
  consulted: { letter: 'C', words: 'is consulted', look: 'bg-accent-soft text-accent-ink' },
  informed: { letter: 'I', words: 'is informed', look: 'border border-line-strong text-ink-2' },
}

export const Legend = () => (
  <p className="flex flex-wrap gap-4 text-ink-2">
    {Object.entries(marks).map(([part, { words }]) => (
      <span key={part} className="flex items-center gap-1.5">
        <Mark part={part as Part} /> {words}
      </span>
    ))}
  </p>
)

const Mark = ({ part }: { part: Part }) => (
  <span
    className={cx(
      'inline-flex size-6 items-center justify-center rounded-sm text-sm font-semibold',
      marks[part].look,
    )}
  >
    {marks[part].letter}
  </span>
)

/** Areas down, roles across; a click on a cell changes the part. */
export function OverlapGrid({
  areas,
  roles,
  canEdit,
}: {
  areas: Area[]
  roles: RoleName[]
  canEdit: boolean
}) {
  const remove = useCommand(identity.removeArea)
  return (
    <section
      aria-label="Overlap map"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      className="quiet-scroll relative overflow-auto rounded-lg border border-line bg-surface"
    >
      <table className="border-collapse">
        <thead>
          <tr className="border-b border-line align-bottom text-sm text-ink-3">
            <th
              scope="col"
              className="sticky left-0 z-1 min-w-55 bg-surface px-3 py-2 text-left font-normal narrow:min-w-36"
            >
              Area
            </th>
            {roles.map((role) => (
              <th key={role.id} scope="col" className="min-w-20 px-2 py-2 font-normal">
                {role.name}
              </th>
            ))}
            <th scope="col" className="w-10">
              <span className="sr-only">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.id} className="border-b border-line last:border-0 hover:bg-hover">
              <th scope="row" className="sticky left-0 z-1 bg-surface px-3 py-1.5 text-left font-medium">
                <span className="flex items-center gap-1.5">
                  {area.name}
                  {area.warning && (
                    <span title={area.warning} className="text-warn">
                      <ToneMark tone="warn" />
                    </span>
                  )}
                </span>
              </th>
              {roles.map((role) => (
                <td key={role.id} className="px-2 py-1 text-center">
                  <Cell area={area} role={role} canEdit={canEdit} />
                </td>
              ))}
              <td className="px-2 text-right">
                {canEdit && (
                  <IconButton
                    small
                    label={`Remove ${area.name}`}
                    onClick={() => void remove.run({ id: area.id })}
                  >
                    <Trash2 size={14} />
                  </IconButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ area, role, canEdit }: { area: Area; role: RoleName; canEdit: boolean }) {
  const change = useCommand(identity.changeArea)
  const part = area.parts[role.id]
  const words = `${role.name} ${part ? marks[part].words : 'has no part'} in ${area.name}`
  if (!canEdit) return part ? <Mark part={part} /> : <span className="sr-only">no part</span>
  const choose = (next: string) => {
    const { [role.id]: _, ...others } = area.parts
    const parts = next === 'none' ? others : { ...others, [role.id]: next as Part }
    void change.run({ id: area.id, parts })
  }
  return (
    <Menu
      items={[
        {
          label: words,
          value: part ?? 'none',
          onChoose: choose,
          choices: [
            { value: 'lead', label: 'Leads' },
            { value: 'consulted', label: 'Consulted' },
            { value: 'informed', label: 'Informed' },
            { value: 'none', label: 'No part' },
          ],
        },
      ]}
    >
      <button
        type="button"
        aria-label={words}
        className="inline-flex size-7 items-center justify-center rounded-sm hover:bg-press"
      >
        {part ? <Mark part={part} /> : <span className="text-ink-3">·</span>}
      </button>
    </Menu>
  )
}
