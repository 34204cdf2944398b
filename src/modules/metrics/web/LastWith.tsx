import { Button } from '../../../ui/parts/Button.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../contract.ts'
import { lastWith } from './last-with.ts'

type LastWithProps = { metric: string; what: string; look?: 'primary' | 'secondary' }

/** Leads from an empty period to the last quarter that has something to show. */
export function LastWith({ metric, what, look = 'primary' }: LastWithProps) {
  const period = usePeriod()
  const { data } = useQuery(metrics.query, { metrics: [metric], by: [], grain: 'quarter', where: [] })
  const last = data && lastWith(data.rows, metric)
  if (!last || last.id === period.id) return null
  return (
    <Button look={look} onClick={() => period.set(last.id)}>
      {`Show ${last.label}, the last with ${what}`}
    </Button>
  )
}
