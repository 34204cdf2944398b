import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import type { Fitted, Proposal } from '../contract.ts'
import type { Asking } from './useAsking.ts'

type AimsProps = { data: Fitted; asking: Asking; proposal: Proposal | null }

/** What the proposal shall reach, and how far channels may move. */
export function Aims({ data, asking, proposal }: AimsProps) {
  const { shown, setMode } = asking
  const per = `${data.metric.title} per ${data.currency}`
  const options = [
    { value: 'budget' as const, label: 'A budget' },
    { value: 'return' as const, label: 'A return' },
    { value: 'marginal' as const, label: 'A marginal return' },
  ]
  const today = proposal?.budget.today.amount
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="flex flex-col gap-1">
        <span className="font-medium">Aim at</span>
        <Segmented label="Aim at" value={shown.mode} options={options} onChange={setMode} />
      </div>
      {shown.mode === 'budget' ? (
        <NumberField
          label={`Budget a week, ${data.currency}`}
          value={shown.budget}
          placeholder={today === undefined ? '' : String(Math.round(today))}
          onChange={asking.setBudget}
        />
      ) : (
        <NumberField
          label={shown.mode === 'return' ? `Least ${per}` : `Least ${per} of the last ${data.currency}`}
          value={shown.least}
          onChange={asking.setLeast}
        />
      )}
      <NumberField label="Channels may move by, %" value={shown.change} onChange={asking.setChange} />
      {asking.asking.limits.length > 0 && (
        <Button onClick={() => asking.setLimits([])}>Lift the limits of single channels</Button>
      )}
    </div>
  )
}

type NumberFieldProps = {
  label: string
  value: string
  placeholder?: string
  isLabelHidden?: boolean
  className?: string
  onChange: (value: string) => void
}

/** A number that counts once it is left or entered, so that half a number asks nothing. */
export function NumberField({
  label,
  value,
  placeholder,
  isLabelHidden,
  className,
  onChange,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const done = () => {
    if (typed !== null && /^\s*(\d+(\.\d+)?)?\s*$/.test(typed)) onChange(typed.trim())
    setTyped(null)
  }
  return (
    <Field label={label} isLabelHidden={isLabelHidden ?? false} className={className ?? 'w-48'}>
      <Input
        inputMode="decimal"
        className="tabular text-right"
        value={typed ?? value}
        placeholder={placeholder}
        onChange={setTyped}
        onBlur={done}
        onKeyDown={(event) => event.key === 'Enter' && done()}
      />
    </Field>
  )
}
