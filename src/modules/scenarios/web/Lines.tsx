import { Suspense, useMemo, useRef } from 'react'
import { PageSkeleton } from '../../../ui/kit/Page.tsx'
import { useCommand } from '../../../ui/query.ts'
import { BudgetGrid, type GridProps } from '../../budget/web/index.ts'
import { scenarios } from '../contract.ts'
import type { Shown } from './ScenarioPage.tsx'

const titles = { plan: 'Copied', forecast: 'Scenario', available: 'Left' }

/** The scenario by month, to be worked on as the budget is. */
export function Lines({ shown: { scenario, lines, conflicts } }: { shown: Shown }) {
  const { attempt } = useCommand(scenarios.edit, { isQuiet: true })
  const save = useMemo((): GridProps['save'] => {
    return async ({ edits }) => {
      const said = edits.map(({ id, version, forecast }) => ({ id, version, months: forecast ?? {} }))
      const { versions, undo } = await attempt({ id: scenario.id, edits: said })
      return {
        versions,
        undo: undo.map(({ id, version, months }) => ({ id, version: version ?? 0, forecast: months ?? {} })),
      }
    }
  }, [attempt, scenario.id])
  const look = useLook({ lines, conflicts })
  return (
    <Suspense fallback={<PageSkeleton />}>
      <BudgetGrid
        key={scenario.id}
        year={scenario.year}
        lines={lines}
        measure="forecast"
        mayWrite={scenario.can.change}
        save={save}
        look={look}
        titles={titles}
      />
    </Suspense>
  )
}

/** Stands still unless what it says is another, so that rows are not drawn anew for nothing. */
function useLook({ lines, conflicts }: Pick<Shown, 'lines' | 'conflicts'>): GridProps['look'] {
  const key = [
    ...conflicts.map((one) => `${one.id} ${one.kind}`),
    ...lines.map((one) => `${one.id} ${one.lineId} ${one.isDropped}`),
  ].join('\n')
  const latest = useRef({ lines, conflicts })
  latest.current = { lines, conflicts }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether any of it is another
  return useMemo(() => {
    const own = new Map(latest.current.lines.map((one) => [one.id, one]))
    const bad = new Set(latest.current.conflicts.map((one) => one.id))
    return {
      to: ({ id }) => {
        const lineId = own.get(id)?.lineId
        return lineId ? `/budget/lines/${lineId}` : null
      },
      mark: ({ id }) => {
        if (bad.has(id)) return { tone: 'bad', words: 'conflict' }
        if (own.get(id)?.isDropped) return { tone: 'warn', words: 'dropped' }
        return own.get(id)?.lineId === null ? { tone: 'info', words: 'new' } : null
      },
    }
  }, [key])
}
