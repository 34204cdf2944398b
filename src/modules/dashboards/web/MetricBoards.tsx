import { Link } from '@tanstack/react-router'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { keepsPeriod } from '../../metrics/web/index.ts'
import { dashboards } from '../contract.ts'

/** The dashboards that show a metric, of those one may see. */
export default function MetricBoards({ metric }: { metric: string }) {
  const isOn = useCan()('dashboards:read')
  const asked = useQuery(dashboards.list, { metric }, { isOn })
  if (!isOn || !asked.data) return null
  return (
    <section>
      <h3 className="text-sm text-ink-3">Dashboards</h3>
      {asked.data.items.length === 0 && <p className="text-ink-2">It is on no dashboard you see.</p>}
      <ul>
        {asked.data.items.map(({ id, name, owner }) => (
          <li key={id}>
            <Link
              to={`/dashboards/${id}`}
              search={keepsPeriod as never}
              className="font-medium hover:underline"
            >
              {name}
            </Link>
            <span className="text-ink-3">{` · ${owner.name}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
