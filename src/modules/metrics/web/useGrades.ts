import type { GradeProps } from '../../../ui/figure/Grade.tsx'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../contract.ts'

type Selection = { from?: string; to?: string; where?: unknown[] }

/** How far each figure can be trusted, to print beside it; nothing while it is not known. */
export function useGrades(
  ids: readonly string[],
  selection: Selection,
): (id: string) => GradeProps | undefined {
  const asked = useQuery(metrics.grades, { metrics: [...ids], ...selection } as never)
  return (id) => {
    const found = asked.data?.items.find((one) => one.metric === id)
    if (!found?.grade) return undefined
    const weak = found.signals.find((one) => one.grade === found.grade)
    return { grade: found.grade, ...(weak ? { why: weak.says } : {}) }
  }
}
