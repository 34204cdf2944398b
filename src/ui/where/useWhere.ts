import { useMemo } from 'react'
import { useUrl } from '../useUrl.ts'
import { type Condition, readWhere, withCondition, writeWhere } from './where.ts'

/** The conditions of an insight page, kept in the URL as `?where=channel=Email`. */
export function useWhere(name = 'where') {
  const [text, setText] = useUrl(name)
  const where = useMemo(() => readWhere(text), [text])
  const set = (dimension: string, value: string | null | undefined) =>
    setText(writeWhere(withCondition(where, dimension, value)))
  return { where, set, clear: () => setText('') }
}

export const conditionWords = (where: Condition[]): { name: string; value: string }[] =>
  where.map(({ dimension, values }) => ({
    name: dimension.replaceAll('_', ' '),
    value: values[0] ?? 'blank',
  }))
