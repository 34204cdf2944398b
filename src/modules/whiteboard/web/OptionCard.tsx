import type { Outcome } from '../../../methods/whiteboard.ts'
import { money } from '../../../ui/format/number.ts'
import { NotKnown } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { written } from '../rules.ts'
import { type FieldName, type OptionDraft, whyNotField } from './draft.ts'

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
        <Comes outcome={outcome} currency={currency} />
      </div>
    </Card>
  )
}

const Comes = ({ outcome: { result, money: worth }, currency }: { outcome: Outcome; currency: string }) => (
  <dl className="grid grid-cols-2 gap-x-4 border-t border-line pt-3">
    <div>
      <dt className="text-ink-3">Result</dt>
      <dd className="tabular text-2xl font-semibold">
        {result === null ? <NotKnown reason="Say the volume and the rate." /> : written(result)}
      </dd>
    </div>
    <div>
      <dt className="text-ink-3">Money</dt>
      <dd className="tabular text-2xl font-semibold">
        {worth === null ? (
          <NotKnown
            reason={result === null ? 'Say the volume and the rate.' : 'Nobody said what each is worth.'}
          />
        ) : (
          money(worth, currency)
        )}
      </dd>
    </div>
  </dl>
)
