import { useMemo } from 'react'
import { useQuery } from '../../../../ui/query.ts'
import { type Grouping, type Item, work } from '../../contract.ts'
import type { useItemsUrl } from './useItemsUrl.ts'

const keyOf: Record<Grouping, (item: Item) => string> = {
  board: (item) => item.boardId,
  stage: (item) => item.stageId,
  assignee: (item) => item.assignees[0]?.id ?? 'nobody',
  priority: (item) => item.priority,
  type: (item) => item.typeId,
  relevance: (item) => item.relevance,
}

/** Under which heading an item stands, with how many there are in all; nothing where items are not grouped. */
export function useGroups({ which, group }: ReturnType<typeof useItemsUrl>) {
  const asked = useQuery(work.groups, { ...which, group: group ?? 'board' }, { isOn: group !== undefined })
  const groups = asked.data?.items
  return useMemo(() => {
    if (!group) return undefined
    const known = new Map(groups?.map((one) => [one.key, one]))
    return (item: Item) => {
      const key = keyOf[group](item)
      const found = known.get(key)
      return { key, label: found ? `${found.name} · ${found.items.toLocaleString('en')}` : '…' }
    }
  }, [group, groups])
}
