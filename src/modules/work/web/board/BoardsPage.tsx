import { Navigate } from '@tanstack/react-router'
import { ListPage } from '../../../../ui/list/ListPage.tsx'
import { Badge } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { Tooltip } from '../../../../ui/parts/Tooltip.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { useUrl } from '../../../../ui/useUrl.ts'
import { type Board, work } from '../../contract.ts'
import { lastBoard } from './last-board.ts'

const columns = [
  {
    ...{ id: 'name', title: 'Board' },
    value: (one: Board) => one.name,
    cell: (one: Board) => (
      <span className="flex items-center gap-2">
        {one.name}
        {one.isFavourite && <Badge tone="accent">favourite</Badge>}
        {one.isConfidential && (
          <Tooltip text={`Only ${one.team?.name ?? 'its owner'} and who manages boards see it`}>
            <span>
              <Badge tone="warn">confidential</Badge>
            </span>
          </Tooltip>
        )}
      </span>
    ),
  },
  { id: 'purpose', title: 'What it is for', value: (one: Board) => one.purpose },
  { id: 'team', title: 'Team', value: (one: Board) => one.team?.name ?? '' },
  { id: 'owner', title: 'Owner', value: (one: Board) => one.owner.name },
  { id: 'items', title: 'Items', value: (one: Board) => one.items, align: 'end' as const, width: 90 },
]

const first = {
  children:
    'There is no board yet. Set one up: its stages are the way that work goes from asked for to done. Or take one over from the tool you work in today.',
  action: (
    <span className="flex flex-wrap justify-center gap-2">
      <Button look="primary" to="/work/setup/new">
        Set up a board
      </Button>
      <Button to="/work/takeovers">Take one over</Button>
    </span>
  ),
}
const nonePutAway = {
  children: 'No board is put away. On a board that you manage, Put away takes it out of sight.',
}
const unseen = {
  children:
    'There is no board that you may see. Whoever manages boards can set one up or add you to its team.',
}

/** The boards one may see, favourites first. Without `all` in the address the favourite opens, or the last one. */
export default function BoardsPage() {
  const [all] = useUrl('all')
  const [away, setAway] = useUrl('away')
  const asked = useQuery(work.boards, away ? { archived: true } : {}, { keepsOld: false })
  const boards = asked.data?.items
  const mayAdd = asked.data?.can.add ?? false
  const goesTo = all || away || !boards ? undefined : usualOf(boards)
  if (goesTo) return <Navigate to={`/work/boards/${goesTo.id}`} replace />
  return (
    <ListPage<Board>
      id="work-boards"
      title="Boards"
      what="boards"
      rows={boards && [...boards].sort((a, b) => Number(b.isFavourite) - Number(a.isFavourite))}
      rowId={(one) => one.id}
      rowPath={(one) => `/work/boards/${one.id}`}
      columns={columns}
      isLoading={asked.isPending || (!all && !away && !boards && !asked.error)}
      error={asked.error}
      onRetry={asked.refetch}
      actions={
        <>
          <Button look="quiet" aria-pressed={away !== ''} onClick={() => setAway(away ? '' : '1')}>
            Those put away
          </Button>
          {mayAdd && <Button to="/work/takeovers">Take one over</Button>}
        </>
      }
      {...(mayAdd ? { create: { label: 'Set up a board', path: '/work/setup/new' } } : {})}
      empty={away ? nonePutAway : mayAdd ? first : unseen}
    />
  )
}

function usualOf(boards: readonly Board[]): Board | undefined {
  const last = boards.find((one) => one.id === lastBoard())
  const favourites = boards.filter((one) => one.isFavourite)
  return favourites.find((one) => one === last) ?? favourites[0] ?? last
}
