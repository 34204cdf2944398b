import { useCallback } from 'react'
import { address } from '../../../../kernel/client.ts'
import { download } from '../../../../ui/format/save.ts'
import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { chosen } from '../../../../ui/list/columns.ts'
import { ListPage } from '../../../../ui/list/ListPage.tsx'
import { useListUrl } from '../../../../ui/list/useListUrl.ts'
import { Button } from '../../../../ui/parts/Button.tsx'
import { useToday } from '../../../../ui/period/usePeriod.ts'
import { useCan } from '../../../../ui/port/Ports.tsx'
import { useQuery, useRows } from '../../../../ui/query.ts'
import { useSearchParams, useUrl } from '../../../../ui/useUrl.ts'
import { useSavedViews } from '../../../views/web/index.ts'
import { type Item, work } from '../../contract.ts'
import { ItemDrawer } from '../item/ItemDrawer.tsx'
import { openNewItem } from '../new-item.ts'
import { useUndo } from '../undo.ts'
import { useMove } from '../useMove.tsx'
import { GroupAndFace, ItemFilters } from './Filters.tsx'
import { MoveContext } from './move-context.ts'
import { useBulk } from './useBulk.tsx'
import { useColumns } from './useColumns.tsx'
import { useGroups } from './useGroups.ts'
import { useItemsUrl } from './useItemsUrl.ts'

const idOf = (item: Item) => item.id

export default function ItemsPage() {
  const move = useMove()
  return (
    <MoveContext value={move.moveTo}>
      <Items move={move} />
      {move.dialog}
      <ItemDrawer />
    </MoveContext>
  )
}

function Items({ move }: { move: ReturnType<typeof useMove> }) {
  const url = useItemsUrl()
  const can = useCan()
  const canEdit = can('work:write')
  const undo = useUndo()
  const [, setItem] = useUrl('item')
  const [face] = useUrl('view', 'table')
  const asked = useRows(work.items, url.asked, 200)
  const columns = useColumns({ today: useToday(), canEdit, isPlain: face === 'list' })
  const views = useSavedViews('/work')
  const { bulk, everything, dialog } = useBulk({ url, rows: asked.rows ?? [], total: asked.total ?? 0, move })
  const groupOf = useGroups(url)
  const save = useExport(url, columns)
  useKeys({ z: undo.takeLast }, { isOn: canEdit })
  return (
    <>
      <ListPage<Item>
        id="items"
        title="All items"
        what="items"
        actions={can('work:manage') && <Button to="/work/takeovers">Take over</Button>}
        rows={asked.rows}
        rowId={idOf}
        onOpen={useCallback((item: Item) => setItem(item.id), [setItem])}
        columns={columns}
        filters={
          <>
            <ItemFilters />
            <GroupAndFace />
          </>
        }
        isSelectable={canEdit}
        {...(canEdit ? { bulk, everything, create: { label: 'New item', run: () => openNewItem() } } : {})}
        {...(groupOf ? { groupOf } : {})}
        {...(asked.total === undefined ? {} : { total: asked.total })}
        paging={asked.paging}
        views={views}
        onExport={save}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={() => void asked.refetch()}
        empty={useEmpty(canEdit)}
      />
      {dialog}
    </>
  )
}

/** What is shown, as a file of the server: all of it, not only what is loaded. */
function useExport(url: ReturnType<typeof useItemsUrl>, columns: ReturnType<typeof useColumns>) {
  const { columns: choice } = useListUrl()
  return (format: 'csv' | 'xlsx') => {
    const shown = ['number', ...chosen(columns, choice).map((one) => one.id)]
    void download(address(work.exportItems, { ...url.asked, columns: shown, format }).url)
  }
}

/** Nothing matches, or nothing is there yet: each with its first step. */
function useEmpty(canEdit: boolean) {
  const search = useSearchParams()
  const boards = useQuery(work.boards, {})
  const isNarrowed = [
    'board',
    'assignee',
    'type',
    'priority',
    'relevance',
    'vision',
    'late',
    'state',
    'label',
  ].some((name) => search[name])
  if (isNarrowed)
    return {
      children: 'No item meets these conditions.',
      action: <Button to="/work">Show all open items</Button>,
    }
  if (boards.data?.items.length === 0)
    return boards.data.can.add
      ? {
          children: 'There is no board yet. Set one up, and items have a place to stand.',
          action: (
            <Button look="primary" to="/work/setup/new">
              Set up a board
            </Button>
          ),
        }
      : { children: 'There is no board yet that you may see. Who manages boards sets one up.' }
  return canEdit
    ? {
        children: 'Nothing is open. Add what is to be done next.',
        action: (
          <Button look="primary" onClick={() => openNewItem()}>
            New item
          </Button>
        ),
      }
    : { children: 'Nothing is open.' }
}
