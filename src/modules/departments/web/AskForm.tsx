import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { minorDigits } from '../../../methods/money.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { strategy } from '../../strategy/contract.ts'
import { type Ask, AskTerms, departments, Size } from '../contract.ts'
import { sizes } from './ask-words.tsx'

const Draft = z.object({
  what: AskTerms.shape.what,
  why: AskTerms.shape.why,
  dueOn: AskTerms.shape.dueOn,
  amount: z.number().gt(0, 'is more than nothing').max(1e12, 'is beyond what can be counted').optional(),
  kpiId: z.string().optional(),
  goalId: z.string().optional(),
  ofId: z.string().optional(),
  size: Size.optional(),
})

type AskFormProps = { pageId?: string; ask?: Ask; onClose: () => void }

/** Ask something of a department, or put it in other words while it is not accepted. */
export function AskForm({ pageId, ask: current = undefined, onClose }: AskFormProps) {
  const navigate = useNavigate()
  const { opened, open, newer } = useOpened<Ask | null>(current ?? null)
  const [chosen, choose] = useState(current?.page.id ?? pageId ?? null)
  const pages = useQuery(departments.list, {}).data?.items ?? []
  const { currency } = useOrganisation()
  const add = useCommand(departments.ask, { isQuiet: true, alsoRefresh: ['trace'] })
  const change = useCommand(departments.changeAsk, { isQuiet: true })
  const kept = opened?.impact?.currency ?? currency
  const fields = useAskFields(pages.find((one) => one.id === chosen)?.people ?? [], kept, opened !== null)
  const digits = 10 ** minorDigits(kept)
  const save = ({ amount, ...all }: z.output<typeof Draft>) => {
    const minor = amount === undefined ? null : Math.round(amount * digits)
    const { goalId, kpiId, ofId, size, ...words } = all
    const given = { ...words, minor, kpiId: kpiId ?? null, ofId: ofId ?? null, size: size ?? null }
    return opened
      ? change.attempt({ id: opened.id, version: opened.version, ...given })
      : add.attempt({ id: chosen ?? '', goalId: goalId ?? null, ...given })
  }
  return (
    <Dialog isOpen onClose={onClose} title={opened ? 'Change the ask' : 'Ask something of a department'}>
      <div className="flex flex-col gap-4">
        {newer && <Meanwhile by={null} what="this ask" onLoad={() => open(newer)} />}
        {!opened && !pageId && (
          <Field label="Department">
            <Select
              value={chosen}
              onChange={choose}
              options={pages.map((one) => ({ value: one.id, label: one.name }))}
            />
          </Field>
        )}
        {chosen && (
          <Form
            key={`${chosen}-${opened?.version}`}
            id={`ask-${opened ? `${opened.id}-${opened.version}` : chosen}`}
            schema={Draft}
            initial={opened ? initialOf(opened, digits) : {}}
            fields={fields}
            saveLabel={opened ? 'Save' : 'Ask'}
            onSave={save}
            onSaved={(saved) => {
              onClose()
              if (!opened && !pageId) void navigate({ to: `/asks/${saved.id}` })
            }}
            onCancel={onClose}
          />
        )}
      </div>
    </Dialog>
  )
}

const initialOf = ({ what, why, dueOn, impact, kpi, of, size }: Ask, digits: number) => ({
  ...{ what, why, dueOn, kpiId: kpi?.id, ofId: of?.id, size: size ?? undefined },
  amount: impact ? impact.minor / digits : undefined,
})

type Named = { id: string; name: string }

function useAskFields(people: Named[], currency: string, isChange: boolean) {
  const goals = useQuery(strategy.goals, { state: 'open' }).data?.items ?? []
  const kpis = useQuery(strategy.kpis, { state: 'signed' }).data?.items ?? []
  const named = (all: Named[]) => all.map((one) => ({ value: one.id, label: one.name }))
  const goal = {
    ...{ name: 'goalId' as const, label: 'Serves the goal', kind: 'combobox' as const, isOptional: true },
    options: named(goals),
  }
  return [
    { name: 'what' as const, label: 'What we ask', autoFocus: true },
    {
      name: 'why' as const,
      label: 'Why',
      kind: 'textarea' as const,
      hint: 'What comes of it, or what does not without it.',
    },
    { name: 'dueOn' as const, label: 'By', kind: 'date' as const },
    {
      name: 'amount' as const,
      label: `Worth, in ${currency}`,
      kind: 'number' as const,
      isOptional: true,
      hint: 'What it brings or saves in a year, as far as anybody can say.',
    },
    {
      name: 'kpiId' as const,
      label: 'Moves the KPI',
      kind: 'combobox' as const,
      isOptional: true,
      options: named(kpis),
    },
    ...(isChange ? [] : [goal]),
    {
      name: 'ofId' as const,
      label: 'Asked of',
      kind: 'combobox' as const,
      isOptional: true,
      options: named(people),
    },
    { name: 'size' as const, label: 'Size', kind: 'select' as const, isOptional: true, options: sizes },
  ]
}
