import type { Asked } from '../../../kernel/contract.ts'
import { Select } from '../../../ui/parts/Select.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useSearchParams, useUrlPatch } from '../../../ui/useUrl.ts'
import { departments } from '../contract.ts'

const choices = [
  { value: 'all', label: 'All asks' },
  { value: 'open', label: 'Open' },
  { value: 'overdue', label: 'Late' },
  { value: 'mine', label: 'That I asked' },
  { value: 'of-me', label: 'Asked of me' },
] as const
type Only = (typeof choices)[number]['value']

export type AskFilter = ReturnType<typeof useAskFilter>

/** What of the asks is shown, kept in the address. */
export function useAskFilter() {
  const { only = 'all', page = '' } = useSearchParams()
  const set = useUrlPatch()
  const known = choices.some((one) => one.value === only) ? (only as Only) : 'all'
  const input: Asked<typeof departments.asks> = {
    ...(page ? { pageId: page } : {}),
    ...(known === 'all' ? {} : { only: known }),
  }
  return {
    ...{ input, only: known, page, isOn: page !== '' || known !== 'all' },
    setOnly: (value: Only) => set({ only: value === 'all' ? undefined : value }),
    setPage: (value: string) => set({ page: value === 'all' ? undefined : value }),
    clear: () => set({ only: undefined, page: undefined }),
  }
}

export function AskFilters({ filter }: { filter: AskFilter }) {
  const pages = useQuery(departments.list, {}).data?.items ?? []
  return (
    <>
      <Select small label="Which asks" value={filter.only} options={choices} onChange={filter.setOnly} />
      <Select
        small
        label="Of which department"
        value={filter.page || 'all'}
        options={[
          { value: 'all', label: 'All departments' },
          ...pages.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={filter.setPage}
      />
    </>
  )
}
