import type { WebModule } from '../../../ui/module.ts'
import { useQuery } from '../../../ui/query.ts'
import { search } from '../contract.ts'
import { askedFor, stillFound } from '../rules.ts'

function useRecordSearch(words: string) {
  const asked = askedFor(words)
  const { data, isFetching, isPlaceholderData } = useQuery(
    search.find,
    { words: asked ?? '' },
    { isOn: asked !== null },
  )
  const hits = asked && data ? data.hits : []
  return { hits: isPlaceholderData ? stillFound(hits, asked) : hits, isLoading: asked !== null && isFetching }
}

export const web: WebModule = { id: 'search', area: 'home', provides: { useRecordSearch } }
