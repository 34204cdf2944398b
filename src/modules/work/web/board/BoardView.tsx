import { useMemo, useRef } from 'react'
import { FaceOf } from '../../../../ui/kit/Page.tsx'
import { Notice } from '../../../../ui/parts/Badge.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { todayIn } from '../../../../ui/period/usePeriod.ts'
import { useOrganisation } from '../../../../ui/port/Ports.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { useUrl } from '../../../../ui/useUrl.ts'
import { type Board, type Item, work } from '../../contract.ts'
import { ItemDrawer } from '../item/ItemDrawer.tsx'
import { priorityNames } from '../words.ts'
import { AskBeforeMove } from './AskBeforeMove.tsx'
import { BoardContext } from './board-context.ts'
import { CardDeeds } from './CardDeeds.tsx'
import { Columns, cellKey } from './Columns.tsx'
import { FilterBar } from './FilterBar.tsx'
import { filtered } from './filter.ts'
import { layOut } from './lay.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { useBoardDeeds } from './useBoardDeeds.ts'
import { useBoardItems } from './useBoardItems.ts'
import { useBoardKeys } from './useBoardKeys.ts'
import { useBoardState } from './useBoardState.ts'
import { useCarry } from './useCarry.ts'
import { useFilter } from './useFilter.ts'
import { useTools } from './useTools.ts'

const nothing: Item[] = []

/** A board with its filter, columns and keys. */
export function BoardView({ board }: { board: Board }) {
  const asked = useBoardItems(board)
  const items = asked.items ?? nothing
  const types = useQuery(work.types, {}).data?.items ?? []
  const today = todayIn(useOrganisation().timeZone)
  const filtering = useFilter()
  const shown = useMemo(() => filtered(items, filtering.shown, today), [items, filtering.shown, today])
  const deeds = useBoardDeeds(board, items)
  const carry = useCarry(board, items, shown, deeds)
  const state = useBoardState(items)
  const names = useMemo(() => new Map(types.map((one) => [one.id, one.name])), [types])
  const lanes = useMemo(
    () =>
      layOut(carry.lying ?? shown, board.stages, filtering.lanes, {
        type: (id) => names.get(id) ?? '',
        priority: (value) => priorityNames[value],
      }),
    [carry.lying, shown, board.stages, filtering.lanes, names],
  )
  const filterRef = useRef<HTMLInputElement>(null)
  const tools = useTools({ board, items, deeds, state, names })
  const [, setItem] = useUrl('item')
  const onKeyDown = useBoardKeys({
    ...{ region: state.region, canWrite: board.can.write, carry, deeds },
    ...{ chosen: state.chosen, current: state.current, tick: state.tick, clear: state.clear },
    open: (item) => setItem(item.id),
    beginAdding: () => state.setAddingIn(addingCell(board, state.current(), lanes[0]?.key ?? '')),
    beginEditing: state.setEditedId,
    openDeeds: state.setDeedsFor,
    toFilter: () => filterRef.current?.focus(),
  })
  const counts = useCounts(board, items)
  const opened = items.find((one) => one.id === state.deedsFor)
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => (
        <BoardContext value={tools}>
          <FilterBar
            items={items}
            types={types}
            filtering={filtering}
            shown={shown.length}
            inputRef={filterRef}
          />
          {asked.unseen > 0 && (
            <div className="px-(--gutter) pb-2">
              <Notice tone="warn">{`${asked.unseen.toLocaleString('en')} more items are open than a board shows. The list has all of them.`}</Notice>
            </div>
          )}
          <SelectionBar board={board} chosen={state.tickedItems} deeds={deeds} onClear={state.clear} />
          <FirstStep
            board={board}
            isEmpty={items.length === 0 && state.addingIn === null}
            onAdd={() => state.setAddingIn(addingCell(board, undefined, ''))}
          />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards in it have the focus */}
          <div ref={state.region} onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
            <Columns
              {...{ board, lanes, counts, today }}
              canWrite={board.can.write}
              ticked={state.ticked}
              carried={state.setOf(carry.ids)}
              editedId={state.editedId}
              addingIn={state.addingIn}
              onMore={asked.more}
            />
          </div>
          <p aria-live="assertive" className="sr-only">
            {carry.says}
          </p>
          <AskBeforeMove deeds={deeds} />
          <ItemDrawer />
          {opened && (
            <CardDeeds
              {...{ item: opened, board, deeds }}
              isTicked={state.ticked.has(opened.id)}
              onTick={() => state.tick(opened.id)}
              onEdit={() => state.setEditedId(opened.id)}
              onClose={() => state.setDeedsFor(null)}
            />
          )}
        </BoardContext>
      )}
    </FaceOf>
  )
}

const addingCell = (board: Board, near: Item | undefined, laneKey: string): string =>
  cellKey(laneKey, near?.stageId ?? board.stages[0]?.id ?? '')

/** Done ones are counted by the server: only the newest are here. */
const useCounts = (board: Board, items: readonly Item[]): Map<string, number> =>
  useMemo(() => {
    const here = new Map<string, number>()
    for (const { stageId } of items) here.set(stageId, (here.get(stageId) ?? 0) + 1)
    return new Map(
      board.stages.map(({ id, kind, items: all }) => [
        id,
        kind === 'done' ? Math.max(all, here.get(id) ?? 0) : (here.get(id) ?? 0),
      ]),
    )
  }, [board.stages, items])

function FirstStep({ board, isEmpty, onAdd }: { board: Board; isEmpty: boolean; onAdd: () => void }) {
  if (!isEmpty) return null
  const add = board.can.write && (
    <Button small look="primary" onClick={onAdd}>
      Add the first item
    </Button>
  )
  return (
    <div className="px-(--gutter) pb-2">
      <Notice tone="info" action={add}>
        Nothing stands on this board yet. An item begins in {board.stages[0]?.name} and goes to the right
        until it is done.
      </Notice>
    </div>
  )
}
