import type { WebModule } from '../../../ui/module.ts'
import { useQuery } from '../../../ui/query.ts'
import { search } from '../contract.ts'
import { askedFor } from '../rules.ts'

function useRecordSearch(words: string) {
  const asked = askedFor(words)
  const { data, isFetching } = useQuery(search.find, { words: asked ?? '' }, { isOn: asked !== null })
  return { hits: asked && data ? data.hits : [], isLoading: asked !== null && isFetching }
}

export const web: WebModule = { id: 'search', area: 'home', provides: { useRecordSearch } }
