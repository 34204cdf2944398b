import { useCallback, useMemo, useRef, useState } from 'react'
import type { Asked } from '../../../../kernel/contract.ts'
import { toast } from '../../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../../ui/query.ts'
import { budget, type Edit, type Line } from '../../contract.ts'

export type Editable = 'plan' | 'forecast'
/** New amounts by line and month. */
export type Changes = Map<string, Map<number, number>>
type Said = Asked<typeof budget.edit>['edits']
/** What was typed and not yet answered, or answered and not yet loaded. */
type Overlay = Map<string, { edit: Edit; version: number }>

/** A change that was made here, and what takes it back. */
type Done = { year: string; put: Edit[]; back: Edit[] }

const wait = Number.POSITIVE_INFINITY

/** Whether cells still hold what was put there: a colleague’s amount is not taken back with one’s own. */
export const isAsPut = (put: readonly Edit[], lines: readonly Line[]): boolean =>
  put.every(({ id, plan, forecast }) => {
    const line = lines.find((one) => one.id === id)
    const holds = (amounts: number[], cells: Record<string, number> = {}) =>
      Object.entries(cells).every(([at, minor]) => amounts[Number(at)] === minor)
    return line !== undefined && holds(line.plan, plan) && holds(line.forecast, forecast)
  })

/** Sends edits; answers the versions that lines have then, and what takes the edits back. */
export type Save = (asked: { year: string; edits: Said }) => Promise<{
  versions: { id: string; version: number }[]
  undo: Edit[]
}>

/** Lines as they will be: what was typed shows at once, and steps back with the reason where it is refused. */
export function useEdits(year: string | undefined, lines: readonly Line[], save?: Save) {
  const [overlay, setOverlay] = useState<Overlay>(new Map())
  const command = useCommand(budget.edit, { isQuiet: true })
  const versions = useRef(new Map<string, number>())
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const done = useRef<Done[]>([])
  const seen = useRef<readonly Line[]>(lines)
  for (const line of lines)
    if ((versions.current.get(line.id) ?? 0) < line.version) versions.current.set(line.id, line.version)

  const lay = useCallback((edits: readonly Edit[], version: (id: string) => number | null) => {
    setOverlay((old) => {
      const next = new Map(old)
      for (const edit of edits) {
        const at = version(edit.id)
        if (at === null) next.delete(edit.id)
        else
          next.set(edit.id, {
            edit: at === wait ? merged(next.get(edit.id)?.edit, edit) : (next.get(edit.id)?.edit ?? edit),
            version: at,
          })
      }
      return next
    })
  }, [])

  const send = useCallback(
    async (edits: Edit[]): Promise<Edit[] | null> => {
      if (!year) return null
      lay(edits, () => wait)
      const turn = queue.current.then(async () => {
        const said: Said = edits.map((edit) => ({ ...edit, version: versions.current.get(edit.id) }))
        try {
          const answer = await (save ?? command.attempt)({ year, edits: said })
          for (const one of answer.versions) versions.current.set(one.id, one.version)
          lay(edits, (id) => versions.current.get(id) ?? null)
          return answer.undo
        } catch (error) {
          lay(edits, () => null)
          toast(sentence(error), { tone: 'bad' })
          return null
        }
      })
      queue.current = turn
      return turn
    },
    [year, lay, save, command.attempt],
  )

  const undo = useCallback(async () => {
    const last = done.current.pop()
    if (!last || last.year !== year) return toast('Nothing to take back.', { tone: 'info' })
    if (!isAsPut(last.put, seen.current))
      return toast('Somebody changed this since; it is not taken back.', { tone: 'info' })
    if (!(await send(last.back))) done.current.push(last)
  }, [send, year])

  const change = useCallback(
    async (changes: Changes, of: Editable, words?: string) => {
      const edits = [...changes].map(([id, cells]): Edit => ({ id, [of]: Object.fromEntries(cells) }))
      const back = await send(edits)
      if (!back) return
      if (year) done.current.push({ year, put: edits, back })
      if (words) toast(words, { undo: () => void undo() })
    },
    [send, undo, year],
  )

  const shown = useMemo(() => lines.map((line) => applied(line, overlay)), [lines, overlay])
  seen.current = shown
  return { lines: shown, change, undo }
}

const merged = (before: Edit | undefined, edit: Edit): Edit => ({
  ...before,
  ...edit,
  ...(before?.plan || edit.plan ? { plan: { ...before?.plan, ...edit.plan } } : {}),
  ...(before?.forecast || edit.forecast ? { forecast: { ...before?.forecast, ...edit.forecast } } : {}),
})

function applied(line: Line, overlay: Overlay): Line {
  const one = overlay.get(line.id)
  if (!one || one.version <= line.version) return line
  const laid = (amounts: number[], cells: Record<string, number> | undefined) =>
    cells ? amounts.map((minor, at) => cells[at] ?? minor) : amounts
  return { ...line, plan: laid(line.plan, one.edit.plan), forecast: laid(line.forecast, one.edit.forecast) }
}
