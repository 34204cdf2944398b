import { useState } from 'react'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { useQuery } from '../../../ui/query.ts'
import { work } from '../../work/contract.ts'

type ItemPickerProps = { value: string; onChange: (id: string) => void }

/** The item that is blocked, by its number or its words. */
export function ItemPicker({ value, onChange }: ItemPickerProps) {
  const [q, setQ] = useState('')
  const found = useQuery(work.items, { q, limit: 12, sort: 'changed', isDown: true })
  const known = useQuery(work.item, { id: value }, { isOn: value !== '' })
  const items = found.data?.items ?? []
  const chosen = value && known.data?.item.id === value ? [known.data.item] : []
  const offered = [...chosen.filter((one) => !items.some(({ id }) => id === one.id)), ...items]
  return (
    <Combobox
      placeholder="Number or words"
      options={offered.map((one) => ({ value: one.id, label: `W-${one.number} ${one.title}` }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      onSearch={setQ}
    />
  )
}
