import { day } from '../../../ui/format/when.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { teamwork } from '../contract.ts'

type Of = { personId: string } | { teamId: string }

/** The recognised wins of somebody, or of a team and its people. */
export function Wins({ of }: { of: Of }) {
  const isOn = useCan()('teamwork:read')
  const { data } = useQuery(teamwork.wins, of, { isOn })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title="Wins">
      <ul className="flex flex-col gap-3">
        {items.slice(0, 8).map((one) => (
          <li key={one.id} className="flex flex-col gap-0.5">
            <span className="break-words">{one.what}</span>
            <span className="text-sm text-ink-3">
              {`${[one.to?.name, one.team?.name].filter(Boolean).join(', ')}, by ${one.by}, ${day(one.on)}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The same on the page of a person. */
export const WinsOfPerson = ({ id }: { id: string }) => <Wins of={{ personId: id }} />
