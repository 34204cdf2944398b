import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Entry, type Row, timesheets, type Week } from '../contract.ts'
import { hours } from './words.ts'

export type Deeds = ReturnType<typeof useWeekDeeds>

/** What can be done to a week; what adds or takes away can be undone. */
export function useWeekDeeds(data: Week) {
  const cell = useCommand(timesheets.setCell)
  const copy = useCommand(timesheets.copyLast)
  const many = useCommand(timesheets.addMany)
  const removal = useCommand(timesheets.remove)
  const restoring = useCommand(timesheets.restore)
  const monday = data.days[0]?.day ?? ''
  const takeBack = (ids: string[]) => () => void removal.run({ ids })
  return {
    setCell: (row: Pick<Row, 'item' | 'duty'>, day: string, minutes: number, was: number) =>
      cell.run({ day, itemId: row.item?.id ?? null, duty: row.duty, minutes, was }),
    copyLast: async () => {
      const done = await copy.run({ on: monday })
      if (done) toast(`${done.ids.length} entries copied`, { undo: takeBack(done.ids) })
    },
    take: async (rows: readonly Row[]) => {
      const entries = rows.flatMap((row) =>
        row.days.flatMap((minutes, at) =>
          minutes > 0
            ? [{ day: data.days[at]!.day, minutes, itemId: row.item?.id ?? null, duty: row.duty }]
            : [],
        ),
      )
      const done = await many.run({ entries, isProposed: true })
      if (done) toast(`${done.ids.length} entries taken over`, { undo: takeBack(done.ids) })
      return done !== undefined
    },
    remove: async (entries: readonly Entry[]) => {
      const done = await removal.run({ ids: entries.map((one) => one.id) })
      if (!done) return
      const minutes = entries.reduce((sum, one) => sum + one.minutes, 0)
      toast(`${hours(minutes)} h taken away`, { undo: () => void restoring.run({ ids: done.ids }) })
    },
  }
}
