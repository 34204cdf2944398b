import { day } from '../../../ui/format/when.ts'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { useQuery } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import type { DraftProps } from './AcceptDialog.tsx'

/** What gives way, until when; whoever leads it is asked first. */
export function Displacing({ draft, set }: DraftProps) {
  const items = useQuery(intake.displaceable, { id: draft.boardId ?? '' }).data?.items ?? []
  const chosen = items.find((one) => one.id === draft.displacedId)
  const consent =
    chosen && (chosen.isMine ? 'It is yours: it gives way at once.' : `${chosen.owner} is asked first.`)
  return (
    <fieldset className="flex flex-col gap-4 rounded-lg border border-line p-4">
      <legend className="px-1 font-medium">What gives way</legend>
      <Field
        label="Item"
        hint={consent ?? 'Whoever leads it is asked first; the request waits for the consent.'}
      >
        <Combobox
          value={draft.displacedId}
          options={items.map((one) => ({
            ...{ value: one.id, label: one.name, hint: `${one.owner}${one.isVision ? ' · vision' : ''}` },
          }))}
          onChange={(displacedId) => set({ displacedId })}
          isClearable
        />
      </Field>
      <div className="grid grid-cols-2 gap-4 narrow:grid-cols-1">
        <Field
          label="Its new day"
          hint={chosen?.dueOn ? `It is due on ${day(chosen.dueOn)} now.` : undefined}
        >
          <DateInput
            label="Its new day"
            value={draft.displacedUntil}
            onChange={(day) => set({ displacedUntil: day ?? '' })}
          />
        </Field>
        <Field label="Why" isOptional>
          <Input
            value={draft.displacedWords}
            onChange={(displacedWords) => set({ displacedWords })}
            maxLength={1000}
          />
        </Field>
      </div>
    </fieldset>
  )
}
