import { useQuery as useAsked, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { call } from '../../../kernel/client.ts'
import type { Asked, Out } from '../../../kernel/contract.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { keyOf, type Question } from '../../../ui/query.ts'
import { type Item, work } from '../contract.ts'
import { applied, forget, useDeeds } from './deeds.ts'

type Answer = Out<typeof work.items> & { askedAt?: number }
export type Part = Asked<typeof work.items>

/** Every part is asked at the same time. */
export const itemsQuestion = (parts: Part[]): Question<Answer[]> => ({
  queryKey: keyOf(work.items, parts),
  queryFn: ({ signal }) => Promise.all(parts.map((part) => stamped(part, signal))),
})

/**
 * Items as they are on the server, with what was done in this tab and is not in that answer yet. All parts are shown
 * together: an item that goes from one part to another is never missing in between.
 */
export function useLiveItems(parts: Part[], isOn = true) {
  const client = useQueryClient()
  const deeds = useDeeds()
  const asked = useAsked<Answer[], Problem>({
    ...itemsQuestion(parts),
    enabled: isOn,
    placeholderData: (old) => old,
  })
  const { data } = asked
  const askedAt = data?.[0]?.askedAt ?? 0
  const known = useMemo(() => data && uniqueOf(data), [data])
  const items = useMemo(() => known && applied(known, deeds, askedAt), [known, deeds, askedAt])
  useEffect(() => {
    if (askedAt) forget(client, askedAt)
  }, [client, askedAt])
  return {
    items,
    totals: data?.map((one) => one.total),
    isPending: asked.isPending,
    error: data ? null : asked.error,
    refetch: asked.refetch,
  }
}

async function stamped(part: Part, signal: AbortSignal): Promise<Answer> {
  const askedAt = performance.now()
  return { ...(await call(work.items, part, { signal })), askedAt }
}

/** Of an item that two parts answered the later state. */
function uniqueOf(answers: Answer[]): Item[] {
  const all = new Map<string, Item>()
  for (const item of answers.flatMap((one) => one.items)) {
    const known = all.get(item.id)
    if (!known || known.changedAt <= item.changedAt) all.set(item.id, item)
  }
  return [...all.values()]
}
