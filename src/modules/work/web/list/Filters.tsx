import { UrlFilter } from '../../../../ui/list/UrlFilter.tsx'
import { Segmented } from '../../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { useUrl } from '../../../../ui/useUrl.ts'
import { work } from '../../contract.ts'
import { optionsOf, priorityTitles, relevanceTitles } from '../item-words.tsx'
import { usePeople } from '../usePeople.ts'

const states = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'active', label: 'Active' },
  { value: 'done', label: 'Done' },
  { value: 'all', label: 'Open and done' },
]
const groups = [
  { value: 'board', label: 'By board' },
  { value: 'stage', label: 'By stage' },
  { value: 'assignee', label: 'By assignee' },
  { value: 'priority', label: 'By priority' },
  { value: 'type', label: 'By type' },
  { value: 'relevance', label: 'By relevance' },
]
const visions = [
  { value: 'yes', label: 'Leads up to the vision' },
  { value: 'no', label: 'Does not' },
]
const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** Conditions shared by the list and the timeline. */
export function ItemFilters() {
  const boards = useQuery(work.boards, {}).data?.items ?? []
  const types = useQuery(work.types, {}).data?.items ?? []
  const people = usePeople().filter((one) => one.hasAccess)
  return (
    <>
      <UrlFilter name="state" label="State" anyLabel="Open" options={states} />
      <UrlFilter name="board" label="Board" anyLabel="Any board" options={boards.map(named)} />
      <UrlFilter
        name="assignee"
        label="Assignee"
        anyLabel="Anybody"
        options={[{ value: 'nobody', label: 'Nobody' }, ...people.map(named)]}
      />
      <UrlFilter name="type" label="Type" anyLabel="Any type" options={types.map(named)} />
      <UrlFilter
        name="priority"
        label="Priority"
        anyLabel="Any priority"
        options={optionsOf(priorityTitles)}
      />
      <UrlFilter
        name="relevance"
        label="Relevance"
        anyLabel="Any relevance"
        options={optionsOf(relevanceTitles)}
      />
      <UrlFilter name="vision" label="Vision" anyLabel="Vision or not" options={visions} />
      <UrlFilter
        name="late"
        label="Late"
        anyLabel="Late or not"
        options={[{ value: 'yes', label: 'Late' }]}
      />
    </>
  )
}

export function GroupAndFace() {
  const [face, setFace] = useUrl('view', 'table')
  return (
    <>
      <UrlFilter name="group" label="Group" anyLabel="Not grouped" options={groups} />
      <Segmented
        label="How the items are shown"
        value={face}
        onChange={setFace}
        options={[
          { value: 'table', label: 'Table' },
          { value: 'list', label: 'List' },
        ]}
      />
    </>
  )
}
