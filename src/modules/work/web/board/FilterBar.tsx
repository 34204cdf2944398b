import { ListFilter } from 'lucide-react'
import { type RefObject, useMemo } from 'react'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Input } from '../../../../ui/parts/Input.tsx'
import { type Option, Select } from '../../../../ui/parts/Select.tsx'
import { type Item, type ItemType, priorities } from '../../contract.ts'
import { priorityNames } from '../words.ts'
import { type Filter, isFiltered } from './filter.ts'
import { type LaneKind, laneKinds } from './lay.ts'
import type { Filtering } from './useFilter.ts'

const everything = '*'
const laneNames: Record<LaneKind, string> = {
  assignee: 'by assignee',
  priority: 'by priority',
  type: 'by type',
  serves: 'by goal or campaign',
  label: 'by label',
}

type BarProps = {
  items: readonly Item[]
  types: readonly ItemType[]
  filtering: Filtering
  shown: number
  inputRef: RefObject<HTMLInputElement | null>
}

export function FilterBar({ items, types, filtering, shown, inputRef }: BarProps) {
  const { filter, set } = filtering
  const options = useOptions(items, types)
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-(--gutter) pb-2 narrow:flex-nowrap narrow:overflow-x-auto">
      <Input
        ref={inputRef}
        type="search"
        aria-label="Filter by words"
        placeholder="Filter"
        icon={<ListFilter size={14} />}
        value={filter.q}
        onChange={(words) => set('q', words)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        className="w-36! shrink-0"
      />
      {options.map(({ name, label, values }) => (
        <Select
          key={name}
          small
          label={label}
          value={filter[name] || everything}
          onChange={(value) => set(name, value === everything ? '' : value)}
          options={[{ value: everything, label: `${label}: all` }, ...values]}
        />
      ))}
      <Select
        label="Lanes"
        small
        value={filtering.lanes ?? everything}
        onChange={(value) => filtering.setLanes(laneKinds.find((one) => one === value) ?? null)}
        options={[
          { value: everything, label: 'No lanes' },
          ...laneKinds.map((value) => ({ value, label: `Lanes ${laneNames[value]}` })),
        ]}
      />
      {isFiltered(filter) && (
        <Button small look="quiet" onClick={filtering.clear}>
          Show all
        </Button>
      )}
      <span className="tabular text-sm text-ink-3" aria-live="polite">
        {shown === items.length ? `${items.length} items` : `${shown} of ${items.length} items`}
      </span>
    </div>
  )
}

type Choice = { name: Exclude<keyof Filter, 'q'>; label: string; values: Option[] }

function useOptions(items: readonly Item[], types: readonly ItemType[]): Choice[] {
  return useMemo(() => {
    const people = new Map(items.flatMap((one) => one.assignees.map(({ id, name }) => [id, name])))
    const labels = [...new Set(items.flatMap((one) => one.labels))].sort((a, b) => a.localeCompare(b))
    const named = [...people].map(([value, label]) => ({ value, label }))
    named.sort((a, b) => a.label.localeCompare(b.label))
    return [
      { name: 'who', label: 'Assignee', values: [...named, { value: 'nobody', label: 'Nobody' }] },
      { name: 'type', label: 'Type', values: types.map(({ id, name }) => ({ value: id, label: name })) },
      { name: 'label', label: 'Label', values: labels.map((value) => ({ value, label: value })) },
      {
        ...{ name: 'priority', label: 'Priority' },
        values: priorities.map((value) => ({ value, label: priorityNames[value] })),
      },
      {
        ...{ name: 'vision', label: 'Vision' },
        values: [
          { value: 'yes', label: 'Leads up to it' },
          { value: 'not', label: 'Said not to' },
          { value: 'open', label: 'Not said' },
        ],
      },
      { name: 'late', label: 'Due', values: [{ value: 'yes', label: 'Late' }] },
    ]
  }, [items, types])
}
