import { t } from '../messages/index.ts'
import { type Option, Select } from '../parts/Select.tsx'
import { useUrl } from '../useUrl.ts'

export type UrlFilterProps = { name: string; label: string; options: readonly Option[]; anyLabel?: string }

const anything = '*'

/** A choice that stands in the URL; the first entry lifts it. */
export function UrlFilter({ name, label, options, anyLabel }: UrlFilterProps) {
  const [value, setValue] = useUrl(name)
  const any = { value: anything, label: anyLabel ?? `${label}: ${t('list.defaultView')}` }
  return (
    <Select
      label={label}
      value={value || anything}
      onChange={(next) => setValue(next === anything ? '' : next)}
      options={[any, ...options]}
    />
  )
}
