import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}))

/** A time zone by its name. */
export function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  return (
    <Field label="Time zone">
      <Combobox value={value} options={zones} onChange={(zone) => zone && onChange(zone)} />
    </Field>
  )
}
