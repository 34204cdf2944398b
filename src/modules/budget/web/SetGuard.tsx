import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import type { FormField } from '../../../ui/form/fields.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { budget, type Guard } from '../contract.ts'
import { guarded, type Purpose, purposes, purposeTitles } from '../rules.ts'

const percent = z.number('is a number').min(0, 'cannot be negative').max(100, 'is at most 100').optional()
const own = {
  brand: percent,
  advocacy: percent,
  social: percent,
  refuses: z.boolean().optional(),
  needsApprovedCampaign: z.boolean().optional(),
  reason: z.string().trim().min(3, 'takes at least 3 letters').max(500),
}
const options = purposes.map((value) => ({ value, label: purposeTitles[value] }))
const areaField = (at: number) => `area${at}`

type SetGuardProps = { shown: Out<typeof budget.guard>; onClose: () => void }

/** The least shares, and what the lines of each area are for where they say nothing themselves. */
export function SetGuard({ shown: { guard, areas, version }, onClose }: SetGuardProps) {
  const set = useCommand(budget.setGuard, { isQuiet: true })
  const schema = z.object({
    ...own,
    ...Object.fromEntries(areas.map((_, at) => [areaField(at), z.enum(purposes)])),
  })
  const save = (draft: Record<string, unknown>) =>
    set.attempt({ guard: guardOf(draft, guard, areas), reason: String(draft.reason), version })
  return (
    <Dialog isOpen onClose={onClose} title="The guard-rail">
      <Form
        id={`guard-${version}`}
        schema={schema}
        initial={initialOf(guard, areas) as never}
        fields={fieldsOf(areas) as never}
        onSave={(draft) => save(draft)}
        onSaved={() => {
          toast('Guard-rail set')
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const initialOf = (guard: Guard, areas: string[]) => ({
  ...Object.fromEntries(guarded.map((one) => [one, guard.least[one] / 100])),
  ...Object.fromEntries(areas.map((area, at) => [areaField(at), guard.areas[area] ?? 'neither'])),
  refuses: guard.refuses,
  needsApprovedCampaign: guard.needsApprovedCampaign,
})

const fieldsOf = (areas: string[]): FormField[] => [
  ...guarded.map((name) => ({
    name,
    label: `${purposeTitles[name]}, at least, in percent`,
    kind: 'number' as const,
    isOptional: true,
  })),
  ...areas.map((area, at) => ({
    ...{ name: areaField(at), label: `Lines of “${area}” are for`, kind: 'select' as const, options },
  })),
  {
    name: 'refuses',
    label: 'Refuse changes that go under it, rather than ask for a reason',
    kind: 'checkbox',
    isOptional: true,
  },
  {
    name: 'needsApprovedCampaign',
    label: 'Refuse orders for a campaign that is not approved',
    kind: 'checkbox',
    isOptional: true,
  },
  { name: 'reason', label: 'Why it changes' },
]

function guardOf(draft: Record<string, unknown>, before: Guard, areas: string[]): Guard {
  const least = Object.fromEntries(
    guarded.map((one) => [one, Math.round(Number(draft[one] ?? 0) * 100)]),
  ) as Guard['least']
  const said = areas.map((area, at) => [area, draft[areaField(at)] as Purpose] as const)
  return {
    areas: { ...before.areas, ...Object.fromEntries(said) },
    least,
    refuses: Boolean(draft.refuses),
    needsApprovedCampaign: Boolean(draft.needsApprovedCampaign),
  }
}
