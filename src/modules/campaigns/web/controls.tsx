import { Plus, X } from 'lucide-react'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Checkbox } from '../../../ui/parts/Checkbox.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { stageTitles } from '../rules.ts'
import type { StageLine, TargetLine } from './draft.ts'

type Control<T> = { value: T; onChange: (value: T) => void }
type Choice = { value: string; label: string }

/** Channels of the vocabulary, all in sight. */
export function ChannelChoices({ value, onChange, channels }: Control<string[]> & { channels: string[] }) {
  return (
    <div className="relative grid grid-cols-3 gap-x-4 gap-y-1.5 narrow:grid-cols-2">
      {channels.map((name) => (
        <Field key={name} isInline label={<span className="font-normal">{name}</span>}>
          <Checkbox
            isOn={value.includes(name)}
            onChange={(isOn) => onChange(isOn ? [...value, name] : value.filter((one) => one !== name))}
          />
        </Field>
      ))}
    </div>
  )
}

type TargetsProps = Control<TargetLine[]> & { metrics: Choice[]; most: number; verb: string }

/** Metrics of the catalogue, each with what it shall come to. */
export function Targets({ value, onChange, metrics, most, verb }: TargetsProps) {
  const set = (at: number, patch: Partial<TargetLine>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...patch } : one)))
  return (
    <div className="relative flex flex-col gap-2">
      {value.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own until its metric is chosen
        <div key={at} className="grid grid-cols-[1fr_120px_auto] items-center gap-2">
          <Field isLabelHidden label={`${verb}: metric`}>
            <Combobox
              options={metrics}
              value={line.metric || null}
              onChange={(metric) => set(at, { metric: metric ?? '' })}
            />
          </Field>
          <Field isLabelHidden label={`${verb}: shall come to`}>
            <Input
              inputMode="decimal"
              className="tabular"
              value={line.amount}
              onChange={(amount) => set(at, { amount })}
            />
          </Field>
          <IconButton
            small
            label="Take the line away"
            onClick={() => onChange(value.filter((_, place) => place !== at))}
          >
            <X size={14} />
          </IconButton>
        </div>
      ))}
      {value.length < most && (
        <span>
          <Button
            small
            icon={<Plus size={14} />}
            onClick={() => onChange([...value, { metric: '', amount: '' }])}
          >
            {verb}
          </Button>
        </span>
      )}
    </div>
  )
}

/** Who decides each stage, and by when. */
export function Stages({ value, onChange, who }: Control<StageLine[]> & { who: Choice[] }) {
  const set = (stage: string, patch: Partial<StageLine>) =>
    onChange(value.map((one) => (one.stage === stage ? { ...one, ...patch } : one)))
  return (
    <div className="relative flex flex-col gap-3">
      {value.map((line) => (
        <div
          key={line.stage}
          className="grid grid-cols-[150px_1fr_150px] items-center gap-2 narrow:grid-cols-1"
        >
          <span className="text-ink-2">{stageTitles[line.stage]}</span>
          <Field isLabelHidden label={`${stageTitles[line.stage]}: who decides`}>
            <Combobox
              options={who}
              value={line.who || null}
              onChange={(next) => set(line.stage, { who: next ?? '' })}
            />
          </Field>
          <DateInput
            label={`${stageTitles[line.stage]}: until`}
            value={line.dueOn}
            onChange={(dueOn) => set(line.stage, { dueOn })}
          />
        </div>
      ))}
    </div>
  )
}
