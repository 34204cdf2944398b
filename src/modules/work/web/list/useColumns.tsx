import { useMemo } from 'react'
import { When } from '../../../../ui/format/Values.tsx'
import { day } from '../../../../ui/format/when.ts'
import type { Column } from '../../../../ui/list/columns.ts'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { type Board, type Item, work } from '../../contract.ts'
import { durationWords } from '../../rules.ts'
import { People } from '../item/PeopleMenu.tsx'
import { codeOf, isLate, PriorityBadge, relevanceTitles, VisionBadge } from '../item-words.tsx'
import { type Cells, useCells } from './useCells.tsx'

type Names = { boards: Map<string, Board>; types: Map<string, string>; today: string }

/** What can be read of an item in a table; some of it is changed where it stands. */
export function useColumns({
  today,
  canEdit,
  isPlain,
}: {
  today: string
  canEdit: boolean
  isPlain: boolean
}) {
  const boards = useQuery(work.boards, {}).data?.items
  const types = useQuery(work.types, {}).data?.items
  const cells = useCells(canEdit)
  return useMemo(() => {
    const names: Names = {
      boards: new Map(boards?.map((one) => [one.id, one])),
      types: new Map(types?.map((one) => [one.id, one.name])),
      today,
    }
    const all = [...first(names), ...middle(names, cells), ...rest(names)]
    return isPlain ? all.filter((one) => ['title', 'priority', 'assignees', 'due'].includes(one.id)) : all
  }, [boards, types, cells, today, isPlain])
}

const first = (names: Names): Column<Item>[] => [
  {
    id: 'title',
    title: 'Item',
    value: (item) => `${codeOf(item)} ${item.title}`,
    cell: (item) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="tabular w-14 shrink-0 font-normal text-ink-3">{codeOf(item)}</span>
        <span className="truncate">{item.title}</span>
        {item.waitsFor > 0 && <Badge tone="warn">{`Waits for ${item.waitsFor}`}</Badge>}
      </span>
    ),
  },
  {
    id: 'board',
    title: 'Board',
    width: 130,
    isSortable: false,
    isHidden: true,
    value: (item) => names.boards.get(item.boardId)?.name ?? '',
  },
]

const stageOf = ({ boards }: Names, item: Item) =>
  boards.get(item.boardId)?.stages.find((one) => one.id === item.stageId)

const middle = (names: Names, cells: Cells): Column<Item>[] => [
  {
    id: 'stage',
    title: 'Stage',
    width: 116,
    isSortable: false,
    value: (item) => stageOf(names, item)?.name ?? '',
    cell: (item) => cells?.stage(item, names.boards.get(item.boardId)) ?? stageOf(names, item)?.name,
  },
  {
    id: 'priority',
    title: 'Priority',
    width: 88,
    value: (item) => item.priority,
    cell: (item) => cells?.priority(item) ?? <PriorityBadge priority={item.priority} />,
  },
  {
    id: 'assignees',
    title: 'Assignees',
    width: 150,
    isSortable: false,
    value: (item) => item.assignees.map((one) => one.name).join(', '),
    cell: (item) => cells?.assignees(item) ?? <People value={item.assignees} />,
  },
  {
    id: 'due',
    title: 'Due',
    width: 112,
    value: (item) => item.dueOn,
    cell: (item) => cells?.due(item, isLate(item, names.today)) ?? (item.dueOn ? day(item.dueOn) : '–'),
  },
  {
    id: 'estimate',
    title: 'Estimate',
    width: 92,
    value: (item) => item.estimateMinutes,
    cell: (item) =>
      cells?.estimate(item) ?? (item.estimateMinutes === null ? '–' : durationWords(item.estimateMinutes)),
  },
]

const rest = (names: Names): Column<Item>[] => [
  {
    id: 'labels',
    title: 'Labels',
    width: 140,
    isHidden: true,
    isSortable: false,
    value: (item) => item.labels.join(', '),
  },
  {
    id: 'vision',
    title: 'Vision',
    width: 104,
    isSortable: false,
    value: (item) => (item.isVision ? 'yes' : 'no'),
    cell: (item) => <VisionBadge item={item} />,
  },
  {
    id: 'serves',
    title: 'Serves',
    width: 180,
    isHidden: true,
    isSortable: false,
    value: (item) => item.serves?.name ?? '',
  },
  {
    id: 'type',
    title: 'Type',
    width: 110,
    isHidden: true,
    isSortable: false,
    value: (item) => names.types.get(item.typeId) ?? '',
  },
  {
    id: 'points',
    title: 'Points',
    width: 80,
    isHidden: true,
    isSortable: false,
    align: 'end',
    value: (item) => item.points,
  },
  {
    id: 'relevance',
    title: 'Relevance',
    width: 110,
    isHidden: true,
    isSortable: false,
    value: (item) => relevanceTitles[item.relevance],
  },
  {
    id: 'starts',
    title: 'Begins',
    width: 120,
    isHidden: true,
    isSortable: false,
    value: (item) => item.startsOn,
    cell: (item) => item.startsOn && day(item.startsOn),
  },
  {
    id: 'entered',
    title: 'In stage since',
    width: 140,
    isHidden: true,
    value: (item) => item.enteredAt,
    cell: (item) => <When at={item.enteredAt} />,
  },
  {
    id: 'changed',
    title: 'Changed',
    width: 130,
    isHidden: true,
    value: (item) => item.changedAt,
    cell: (item) => <When at={item.changedAt} />,
  },
  {
    id: 'made',
    title: 'Added',
    width: 130,
    isHidden: true,
    value: (item) => item.madeAt,
    cell: (item) => <When at={item.madeAt} />,
  },
]
