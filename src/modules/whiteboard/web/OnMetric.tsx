import { Link } from '@tanstack/react-router'
import { Presentation } from 'lucide-react'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { whiteboard } from '../contract.ts'

/** The boards linked to a metric; asked once for all metrics of a page. */
export function OnMetric({ metric }: { metric: string }) {
  const isOn = useCan()('metrics:read')
  const { data } = useQuery(whiteboard.list, {}, { isOn })
  const boards = data?.items.filter((one) => one.metric?.id === metric) ?? []
  if (boards.length === 0) return null
  return (
    <ul className="flex flex-col gap-1">
      {boards.map(({ id, name, comparison }) => (
        <li key={id} className="flex items-start gap-1.5">
          <Presentation size={14} aria-hidden="true" className="mt-[3px] shrink-0 text-ink-3" />
          <span>
            <Link to="/whiteboard" search={{ board: id } as never} className="text-accent-ink underline">
              {name}
            </Link>
            <span className="text-ink-2">{`: ${comparison.says}`}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
