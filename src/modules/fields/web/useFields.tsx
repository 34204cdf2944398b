import type { ReactNode } from 'react'
import { Day, Money } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Field, fields } from '../contract.ts'
import { isMoney, isWebAddress, type Value, valueWords } from '../rules.ts'

/** The fields of a kind of record, or of all, with the people they may name. */
export function useFields(kind?: string) {
  const asked = useQuery(fields.list, kind ? { kind } : {})
  const people = asked.data?.people ?? []
  const names = new Map(people.map((one) => [one.id, one.name]))
  return {
    asked,
    items: asked.data?.items ?? [],
    kinds: asked.data?.kinds ?? [],
    people,
    nameOf: (id: string): string => names.get(id) ?? 'Somebody who left',
  }
}

type Shown = { field: Field; value: Value | undefined; nameOf: (id: string) => string }

/** A value to be read. What is no web address is text, however it came here. */
export function fieldCell({ field, value, nameOf }: Shown): ReactNode {
  const words = valueWords(field, value, nameOf)
  if (words === '') return ''
  if (isMoney(value)) return <Money {...value} />
  if (field.type === 'day') return <Day date={words} />
  if (field.type === 'link' && isWebAddress(words))
    return (
      <a href={words} target="_blank" rel="noopener noreferrer" className="break-all underline">
        {words}
      </a>
    )
  if (Array.isArray(value))
    return (
      <span className="flex flex-wrap gap-1">
        {value.map((id) => (
          <Badge key={id}>{valueWords(field, [id], nameOf)}</Badge>
        ))}
      </span>
    )
  return words
}
