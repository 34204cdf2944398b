import { Link } from '@tanstack/react-router'
import { useQuery } from '../../../ui/query.ts'
import { forecast } from '../contract.ts'

/** What was decided because of a metric. */
export default function MetricActions({ metric }: { metric: string }) {
  const asked = useQuery(forecast.actions, {})
  const found = asked.data?.items.filter((one) => one.metric === metric) ?? []
  if (found.length === 0) return null
  return (
    <section>
      <h3 className="text-sm text-ink-3">Actions</h3>
      <ul>
        {found.map(({ id, says, owner, state, dueOn }) => (
          <li key={id}>
            <Link to="/changes" search={{ tab: 'actions' } as never} className="font-medium hover:underline">
              {says}
            </Link>
            <span className="text-ink-3">{` · ${owner.name}, ${state === 'done' ? 'done' : `by ${dueOn}`}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
