import { type ReactNode, useMemo, useRef } from 'react'
import { day } from '../../../../ui/format/when.ts'
import { toast } from '../../../../ui/parts/Toast.tsx'
import type { Board, Item } from '../../contract.ts'
import { durationWords, minutesOf } from '../../rules.ts'
import { PeopleMenu } from '../item/PeopleMenu.tsx'
import { Pick } from '../item/Pick.tsx'
import { Typed } from '../item/Typed.tsx'
import { codeOf, optionsOf, PriorityBadge, priorityTitles } from '../item-words.tsx'
import { useMoveTo } from './move-context.ts'
import { useCellEdit } from './useCellEdit.ts'

export type Cells = ReturnType<typeof useCells>

/** Cells of a table that are changed where they stand; null for those who may only read. */
export function useCells(canEdit: boolean) {
  const edit = useRef(useCellEdit())
  edit.current = useCellEdit()
  const moveTo = useMoveTo()
  return useMemo(
    () =>
      canEdit
        ? {
            stage: (item: Item, board: Board | undefined): ReactNode =>
              board ? (
                <Pick
                  label={`Stage of ${codeOf(item)}`}
                  value={item.stageId}
                  options={board.stages.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(id) => moveTo([item], board.stages.find((one) => one.id === id)!, board.stages)}
                />
              ) : null,
            priority: (item: Item): ReactNode => (
              <Pick
                label={`Priority of ${codeOf(item)}`}
                value={item.priority}
                options={optionsOf(priorityTitles)}
                onChange={(priority) => void edit.current(item, { priority })}
              >
                <PriorityBadge priority={item.priority} />
              </Pick>
            ),
            assignees: (item: Item): ReactNode => (
              <PeopleMenu
                label={`Assignees of ${codeOf(item)}`}
                value={item.assignees}
                onChange={(assigneeIds) => void edit.current(item, { assigneeIds })}
              />
            ),
            due: (item: Item, late: boolean): ReactNode => (
              <Typed
                type="date"
                label={`Due day of ${codeOf(item)}`}
                value={item.dueOn ?? ''}
                shown={item.dueOn ? `${day(item.dueOn)}${late ? ', late' : ''}` : ''}
                isBad={late}
                onSave={(typed) => edit.current(item, { dueOn: typed || null })}
              />
            ),
            estimate: (item: Item): ReactNode => (
              <Typed
                label={`Estimate of ${codeOf(item)}`}
                value={item.estimateMinutes === null ? '' : durationWords(item.estimateMinutes)}
                shown={item.estimateMinutes === null ? '' : durationWords(item.estimateMinutes)}
                onSave={(typed) =>
                  saveEstimate(typed, (minutes) => edit.current(item, { estimateMinutes: minutes }))
                }
              />
            ),
          }
        : null,
    [canEdit, moveTo],
  )
}

function saveEstimate(typed: string, save: (minutes: number | null) => Promise<boolean>) {
  try {
    return save(minutesOf(typed))
  } catch (error) {
    toast((error as Error).message, { tone: 'bad' })
    return false
  }
}
