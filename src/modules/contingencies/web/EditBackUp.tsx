import { z } from 'zod'
import { minorDigits } from '../../../methods/money.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCan, useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import { type BackUp, contingencies } from '../contract.ts'

const Draft = z.object({
  name: z.string('needs a name'),
  trigger: z.string('needs a trigger'),
  metric: z.string().nullable().optional(),
  below: z.number('is a number').min(0).optional(),
  byOn: z.iso.date('is a day').optional(),
  planB: z.string('needs a plan B'),
  activation: z.string().default(''),
  ownerId: z.string().nullable().optional(),
  cost: z.number('is a number').min(0).optional(),
  rehearseEvery: z.number('is a number of days').int().min(1).max(3660),
})

type EditBackUpProps = {
  one: BackUp | null
  campaignId: string
  people: readonly { id: string; name: string }[]
  onClose: () => void
}

/** Writes a back-up plan, or changes one. */
export function EditBackUp({ one, campaignId, people, onClose }: EditBackUpProps) {
  const { currency } = useOrganisation()
  const can = useCan()
  const { opened, open, newer } = useOpened(one)
  const add = useCommand(contingencies.add, { isQuiet: true })
  const change = useCommand(contingencies.change, { isQuiet: true })
  const known = useQuery(metrics.catalogue, {}, { isOn: can('metrics:read') }).data?.items ?? []
  const own = opened?.cost?.currency ?? currency
  const save = ({ cost, metric, below, byOn, ownerId, ...said }: z.output<typeof Draft>) => {
    const money =
      cost === undefined ? null : { minor: Math.round(cost * 10 ** minorDigits(own)), currency: own }
    const trigger = { metric: metric || null, below: below ?? null, byOn: byOn ?? null }
    const all = {
      ...said,
      ...trigger,
      ownerId: ownerId || null,
      ...(can('costs:read') ? { cost: money } : {}),
    }
    return opened
      ? change.attempt({ ...all, id: opened.id, version: opened.version })
      : add.attempt({ ...all, id: campaignId })
  }
  return (
    <Dialog isOpen onClose={onClose} title={opened ? `Change ${opened.name}` : 'Write a back-up plan'}>
      {newer && <Meanwhile by={null} what="this back-up plan" onLoad={() => open(newer)} />}
      <Form
        key={opened?.version}
        id={`back-up-${opened ? `${opened.id}-${opened.version}` : campaignId}`}
        schema={Draft}
        initial={initialOf(opened)}
        fields={[
          {
            name: 'name',
            label: 'Back-up of',
            hint: 'The whole campaign, or one deliverable.',
            autoFocus: true,
          },
          { name: 'trigger', label: 'Trigger', kind: 'textarea', hint: 'What has to happen for plan B.' },
          {
            name: 'metric',
            label: 'Measured by',
            kind: 'combobox',
            isOptional: true,
            hint: 'Checked every night: the metric below a value on a day.',
            options: known
              .filter((metric) => metric.dimensions.includes('campaign'))
              .map(({ id, title }) => ({ value: id, label: title })),
          },
          { name: 'below', label: 'Below', kind: 'number', isOptional: true },
          { name: 'byOn', label: 'By', kind: 'date', isOptional: true },
          { name: 'planB', label: 'Plan B', kind: 'textarea' },
          { name: 'activation', label: 'How to activate', kind: 'textarea', isOptional: true },
          {
            name: 'ownerId',
            label: 'Owner',
            kind: 'combobox',
            isOptional: true,
            options: people.map(({ id, name }) => ({ value: id, label: name })),
          },
          ...(can('costs:read')
            ? [{ name: 'cost', label: `Cost (${own})`, kind: 'number', isOptional: true } as const]
            : []),
          { name: 'rehearseEvery', label: 'Rehearse every so many days', kind: 'number' },
        ]}
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}

function initialOf(one: BackUp | null): Partial<z.input<typeof Draft>> {
  if (!one) return { rehearseEvery: 90 }
  return {
    ...{ name: one.name, trigger: one.trigger, planB: one.planB, activation: one.activation },
    ...{ metric: one.metric, ownerId: one.owner?.id ?? null, rehearseEvery: one.rehearseEvery },
    ...(one.below === null ? {} : { below: one.below }),
    ...(one.byOn ? { byOn: one.byOn } : {}),
    ...(one.cost ? { cost: one.cost.minor / 10 ** minorDigits(one.cost.currency) } : {}),
  }
}
