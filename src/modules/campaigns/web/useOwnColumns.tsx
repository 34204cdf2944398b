import { useMemo } from 'react'
import type { Column } from '../../../ui/list/columns.ts'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { useSearchParams } from '../../../ui/useUrl.ts'
import type { Field } from '../../fields/contract.ts'
import { isMoney, valueWords } from '../../fields/rules.ts'
import { fieldCell, useFields } from '../../fields/web/index.ts'
import type { Listed } from '../contract.ts'
import { levelTitles } from '../rules.ts'
import type { Placed } from './tree.ts'
import { wholeOf } from './words.tsx'

const filterable = ['one', 'several', 'yesno', 'person']
const none = '-'

/** The fields of this organisation as columns and filters of the list; columns are chosen by those who want them. */
export function useOwnColumns() {
  const { items, nameOf, people } = useFields()
  const search = useSearchParams()
  const own = items.filter((one) => levelTitles[one.kind as keyof typeof levelTitles] && !one.isRetired)
  const names = people.map((one) => one.id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names stand for the function that reads them
  const columns = useMemo(() => own.map((field) => columnOf(field, own, nameOf)), [items, names])
  const filters = own.filter((one) => filterable.includes(one.type))
  return {
    columns,
    filters: filters.map((field) => (
      <UrlFilter
        key={field.id}
        name={field.id}
        label={titleOf(field, own)}
        options={[...choicesOf(field, people), { value: none, label: 'Not said' }]}
      />
    )),
    isShown: (one: Listed) => filters.every((field) => isWanted(one, field, search[field.id])),
  }
}

/** Two levels may call a field the same. */
const titleOf = ({ label, kind }: Field, all: readonly Field[]): string =>
  all.filter((one) => one.label.toLowerCase() === label.toLowerCase()).length > 1
    ? `${label} (${levelTitles[kind as keyof typeof levelTitles].toLowerCase()})`
    : label

function columnOf(field: Field, all: readonly Field[], nameOf: (id: string) => string): Column<Placed> {
  const isNumber = field.type === 'number' || field.type === 'money'
  return {
    id: field.id,
    title: titleOf(field, all),
    width: 150,
    isHidden: true,
    ...(isNumber ? { align: 'end' as const } : {}),
    value: (one) => {
      const value = one.fields[field.id]
      if (isMoney(value)) return wholeOf(value)
      return typeof value === 'number' ? value : valueWords(field, value, nameOf)
    },
    cell: (one) => fieldCell({ field, value: one.fields[field.id], nameOf }),
  }
}

function choicesOf(field: Field, people: readonly { id: string; name: string }[]) {
  if (field.type === 'person') return people.map(({ id, name }) => ({ value: id, label: name }))
  if (field.type === 'yesno')
    return [
      { value: 'true', label: 'Yes' },
      { value: 'false', label: 'No' },
    ]
  return field.options.map(({ id, label }) => ({ value: id, label }))
}

function isWanted(one: Listed, field: Field, wanted: string | undefined): boolean {
  if (!wanted) return true
  const value = one.fields[field.id]
  if (wanted === none) return value === undefined
  return Array.isArray(value) ? value.includes(wanted) : String(value ?? '') === wanted
}
