import { useMemo } from 'react'
import type { Asked } from '../../../../kernel/contract.ts'
import { useListUrl } from '../../../../ui/list/useListUrl.ts'
import { useSearchParams } from '../../../../ui/useUrl.ts'
import { type Grouping, groupings, sorts, type work } from '../../contract.ts'

type Which = Omit<Asked<typeof work.items>, 'limit' | 'offset' | 'sort' | 'isDown' | 'group'>
type Sort = (typeof sorts)[number]

const states: Record<string, Which['stageKinds']> = {
  open: ['waiting', 'active'],
  waiting: ['waiting'],
  active: ['active'],
  done: ['done'],
}
const list = (text: string | undefined) => text?.split(',').filter(Boolean)
const yesNo = (text: string | undefined) => (text === 'yes' ? true : text === 'no' ? false : undefined)

/** What stands in the URL as the conditions that the server knows; what it does not name is left out. */
export function whichOf(search: Record<string, string | undefined>): Which {
  const said: Which = {
    q: search.q?.slice(0, 200),
    boardId: search.board,
    stageIds: list(search.stage),
    stageKinds: search.state === 'all' ? undefined : states[search.state ?? 'open'],
    typeIds: list(search.type),
    assigneeIds: list(search.assignee),
    labels: list(search.label),
    priorities: list(search.priority) as Which['priorities'],
    relevances: list(search.relevance) as Which['relevances'],
    isVision: yesNo(search.vision),
    isLate: search.late === 'yes' ? true : undefined,
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
}

const isOneOf = <V extends string>(known: readonly V[], text: string | undefined): text is V =>
  known.includes(text as V)

/** Which items, in which order, grouped by what: all of it stands in the URL. */
export function useItemsUrl() {
  const search = useSearchParams()
  const { sort } = useListUrl()
  return useMemo(() => {
    const by: Sort = isOneOf(sorts, sort?.id) ? sort.id : 'changed'
    const isDown = isOneOf(sorts, sort?.id) ? sort.isDown : true
    const group: Grouping | undefined = isOneOf(groupings, search.group) ? search.group : undefined
    const which = whichOf(search)
    return { which, group, asked: { ...which, sort: by, isDown, ...(group ? { group } : {}) } }
  }, [search, sort])
}
