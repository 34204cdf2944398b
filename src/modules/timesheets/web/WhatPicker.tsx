import { useState } from 'react'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { useQuery } from '../../../ui/query.ts'
import { work } from '../../work/contract.ts'
import { duties, type Entry } from '../contract.ts'
import { dutyNames } from '../rules.ts'

export type What = { itemId: string | null; duty: Entry['duty'] }
type WhatPickerProps = { label: string; value: What; onChange: (what: What, label: string) => void }

const own = duties.map((duty) => ({ value: `duty:${duty}`, label: dutyNames[duty] }))

/** An item, by its number or words, or another duty. */
export function WhatPicker({ label, value, onChange }: WhatPickerProps) {
  const [q, setQ] = useState('')
  const found = useQuery(work.items, { q, limit: 12, sort: 'changed', isDown: true })
  const items = (found.data?.items ?? []).map((one) => ({
    value: one.id,
    label: `W-${one.number} ${one.title}`,
  }))
  const matching = own.filter((one) => one.label.toLowerCase().includes(q.toLowerCase()))
  const offered = [...items, ...matching]
  const labelOf = (chosen: string | null) => offered.find((one) => one.value === chosen)?.label ?? ''
  return (
    <Combobox
      label={label}
      placeholder="Item or other duty"
      options={offered}
      value={value.itemId ?? (value.duty ? `duty:${value.duty}` : null)}
      onChange={(chosen) => onChange(whatFrom(chosen), labelOf(chosen))}
      onSearch={setQ}
      isClearable
    />
  )
}

function whatFrom(chosen: string | null): What {
  const duty = duties.find((one) => chosen === `duty:${one}`) ?? null
  return { itemId: duty ? null : chosen, duty }
}
