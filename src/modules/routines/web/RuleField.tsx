import { Day, When } from '../../../ui/format/Values.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { routines, Terms, type Upcoming } from '../contract.ts'
import { presetsFor } from './presets.ts'

type RuleFieldProps = { value: string; startsOn: string; onChange: (rule: string) => void }

/** A rule by what people say, or as its text. */
export function RuleField({ value, startsOn, onChange }: RuleFieldProps) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(startsOn) && !Number.isNaN(Date.parse(startsOn))
  const presets = isDay ? presetsFor(startsOn) : []
  const known = presets.some((one) => one.value === value)
  return (
    <div className="flex flex-col gap-3">
      <Field label="Comes">
        <Select
          value={known ? value : 'own'}
          options={known ? presets : [...presets, { value: 'own', label: 'As its text says' }]}
          onChange={(next) => next !== 'own' && onChange(next)}
        />
      </Field>
      <Field
        label="Rule as text"
        hint="RFC 5545, as calendars write it: FREQ=MONTHLY;BYDAY=1MO. UNTIL or COUNT ends it."
      >
        <Textarea rows={2} className="font-mono text-sm" value={value} onChange={onChange} />
      </Field>
    </div>
  )
}

/** What the terms come to while they are typed: words and the next five, or why they are refused. */
export function RulePreview({ terms }: { terms: unknown }) {
  const parsed = Terms.safeParse(terms)
  const asked = useQuery(routines.preview, parsed.success ? parsed.data : ({} as Terms), {
    isOn: parsed.success,
    keepsOld: true,
  })
  if (!parsed.success) return <p className="text-sm text-ink-3">The next occurrences show here.</p>
  if (asked.data?.whyNot) return <Notice tone="warn">{asked.data.whyNot}</Notice>
  if (!asked.data) return null
  return (
    <section aria-label="What comes next" className="flex flex-col gap-1 rounded-md bg-sunken p-3">
      <p className="font-medium">{`Comes ${asked.data.inWords}`}</p>
      {asked.data.next.length === 0 && <p className="text-ink-2">Nothing is still to come.</p>}
      <ul className="flex flex-col gap-0.5 text-sm">
        {asked.data.next.map((one) => (
          <li key={one.occurs}>
            <NextLine one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One occurrence to come: its day, what moved it, when it is made. */
export function NextLine({ one }: { one: Upcoming }) {
  return (
    <span className="flex flex-wrap gap-x-2">
      <span className={one.isSkipped ? 'text-ink-3 line-through' : 'font-medium'}>
        <Day date={one.dueOn} />
      </span>
      {!one.isSkipped && (
        <span className="text-ink-3">
          {'made '}
          <When at={one.makeAt} />
        </span>
      )}
      {one.says && <span className="text-ink-2">{one.says}</span>}
    </span>
  )
}
