import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { FormField } from '../../../ui/form/fields.ts'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Launch, launches } from '../contract.ts'

const Draft = z.object({
  name: z.string('needs a name'),
  tier: z.enum(['1', '2', '3']),
  products: z.string('names one product at least'),
  ownerId: z.string('needs an owner'),
  launchOn: z.iso.date('is a day').optional(),
  announceOn: z.iso.date('is a day').optional(),
  note: z.string().default(''),
})

const tiers = [
  { value: '1', label: '1: the whole firm works for it' },
  { value: '2', label: '2: marketing and sales work for it' },
  { value: '3', label: '3: told in the notes' },
]

const fieldsOf = (people: { id: string; name: string }[], isNew: boolean) =>
  [
    { name: 'name', label: 'Launch', autoFocus: true, placeholder: 'Dispatch 5' },
    { name: 'tier', label: 'Tier', kind: 'select', options: tiers },
    { name: 'products', label: 'Products', hint: 'Several are parted by commas.' },
    {
      ...{ name: 'ownerId', label: 'Owner', kind: 'combobox' },
      options: people.map(({ id, name }) => ({ value: id, label: name })),
    },
    ...(isNew ? [{ name: 'launchOn', label: 'Launches on', kind: 'date' }] : []),
    { name: 'announceOn', label: 'Announced on', kind: 'date', isOptional: true },
    { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
  ] as FormField<keyof z.input<typeof Draft>>[]

type LaunchFormProps = { launch: Launch | null; onClose: () => void }

/** Plans a launch, or changes what one is; its day is moved elsewhere, where it says what that hits. */
export function LaunchForm({ launch, onClose }: LaunchFormProps) {
  const navigate = useNavigate()
  const { opened, open, newer } = useOpened(launch)
  const people = useQuery(launches.choices, {}).data?.people ?? []
  const add = useCommand(launches.add, { isQuiet: true, alsoRefresh: ['identity', 'activity'] })
  const change = useCommand(launches.change, { isQuiet: true, alsoRefresh: ['identity', 'activity'] })
  const save = ({ tier, products, launchOn, announceOn, ...said }: z.output<typeof Draft>) => {
    const all = { ...said, tier: Number(tier), products: listOf(products), announceOn: announceOn ?? null }
    return opened
      ? change.attempt({ ...all, id: opened.id, version: opened.version })
      : add.attempt({ ...all, launchOn: launchOn ?? '' })
  }
  return (
    <Dialog isOpen onClose={onClose} title={opened ? `Change ${opened.name}` : 'Plan a launch'}>
      {newer && <Meanwhile by={null} what="this launch" onLoad={() => open(newer)} />}
      <Form
        key={opened?.version}
        id={opened ? `launch-${opened.id}-${opened.version}` : 'launch-new'}
        schema={Draft}
        initial={initialOf(opened)}
        fields={fieldsOf(people, opened === null)}
        saveLabel={opened ? 'Save' : 'Plan it'}
        onSave={save}
        onSaved={(saved) => {
          onClose()
          if (!opened) void navigate({ to: `/launches/${saved.id}` })
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const listOf = (words: string): string[] =>
  words
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

function initialOf(one: Launch | null): Partial<z.input<typeof Draft>> {
  if (!one) return { tier: '2' }
  return {
    ...{ name: one.name, products: one.products.join(', '), ownerId: one.owner.id, note: one.note },
    tier: String(one.tier) as '1' | '2' | '3',
    ...(one.announceOn ? { announceOn: one.announceOn } : {}),
  }
}
