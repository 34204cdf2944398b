import { useState } from 'react'
import { Combobox } from '../../../../ui/parts/Combobox.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { type Item, work } from '../../contract.ts'
import { nameOf } from '../../rules.ts'

type ItemSearchProps = {
  label: string
  value: Pick<Item, 'id' | 'number' | 'title'> | null
  onChange: (item: Item | null) => void
  except?: readonly string[]
}

/** Finds an item by its number or its words. */
export function ItemSearch({ label, value, onChange, except = [] }: ItemSearchProps) {
  const [q, setQ] = useState('')
  const found = useQuery(work.items, { q, limit: 12, sort: 'changed', isDown: true })
  const items = (found.data?.items ?? []).filter((one) => !except.includes(one.id))
  const offered = value && !items.some((one) => one.id === value.id) ? [value, ...items] : items
  return (
    <Combobox
      label={label}
      placeholder="Number or words"
      options={offered.map((one) => ({ value: one.id, label: nameOf(one) }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(items.find((one) => one.id === id) ?? null)}
      onSearch={setQ}
      isClearable
    />
  )
}
