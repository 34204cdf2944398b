import type { Outcome } from '../../../methods/whiteboard.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { written } from '../rules.ts'
import { type FieldName, type OptionDraft, optionOf, whyNotField } from './draft.ts'
import { useWorkedOut } from './useWorkedOut.tsx'
import { outcomeOf } from './worked-out.ts'

type OptionCardProps = {
  title: string
  draft: OptionDraft
  outcome: Outcome
  isBetter: boolean
  currency: string
  onChange: (draft: OptionDraft) => void
}

const fields = (currency: string): { name: FieldName; label: string; hint: string }[] => [
  { name: 'volume', label: 'Volume', hint: 'How many it reaches.' },
  { name: 'percent', label: 'Rate in %', hint: '0.033 means 0.033 %.' },
  { name: 'unitValue', label: `Value of each in ${currency}`, hint: 'Blank compares the results alone.' },
]

/** One option: what is typed, and what it comes to. */
export function OptionCard({ title, draft, outcome, isBetter, currency, onChange }: OptionCardProps) {
  return (
    <Card title={title} actions={isBetter && <Badge tone="good">Better</Badge>}>
      <div className="flex flex-col gap-3">
        <Field label="Name" error={draft.name.trim() === '' && 'Give it a name.'}>
          <Input value={draft.name} maxLength={60} onChange={(name) => onChange({ ...draft, name })} />
        </Field>
        <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          {fields(currency).map(({ name, label, hint }) => (
            <Field
              key={name}
              label={label}
              hint={hint}
              isOptional={name === 'unitValue'}
              error={whyNotField(name, draft[name])}
            >
              <Input
                inputMode="decimal"
                className="tabular"
                value={draft[name]}
                onChange={(text) => onChange({ ...draft, [name]: text })}
              />
            </Field>
          ))}
        </div>
        <Comes {...{ outcome, currency, draft }} title={draft.name.trim() || title} />
      </div>
    </Card>
  )
}

type ComesProps = Pick<OptionCardProps, 'outcome' | 'currency' | 'draft' | 'title'>

const none = 'Say the volume and the rate.'

function Comes({ outcome, currency, draft, title }: ComesProps) {
  const { explain, drawer } = useWorkedOut()
  const figure = (measure: 'result' | 'money', label: string, reason: string) => (
    <div>
      <dt className="text-ink-3">{label}</dt>
      <dd className="tabular text-2xl font-semibold">
        <InlineFigure
          label={`${label} of ${title}`}
          value={outcome[measure]}
          unit={measure === 'money' ? 'money' : 'number'}
          currency={currency}
          {...(measure === 'result' && outcome.result !== null ? { printed: written(outcome.result) } : {})}
          reason={reason}
          onExplain={() => explain(outcomeOf(title, optionOf(draft), measure, outcome[measure], currency))}
        />
      </dd>
    </div>
  )
  return (
    <dl className="grid grid-cols-2 gap-x-4 border-t border-line pt-3">
      {figure('result', 'Result', none)}
      {figure('money', 'Money', outcome.result === null ? none : 'Nobody said what each is worth.')}
      {drawer}
    </dl>
  )
}
