import { Link } from '@tanstack/react-router'
import { Card } from '../../../ui/parts/Card.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import type { Overlap } from '../contract.ts'

const spans = ['3', '7', '14', '30', '60'].map((value) => ({ value, label: `${value} days apart or fewer` }))

/** Launches that come close and need the same team or channel. */
export function Overlaps({ overlaps }: { overlaps: readonly Overlap[] }) {
  const [within, setWithin] = useUrl('within', '14')
  return (
    <Card
      title="Too close to each other"
      hint="Launches to come that need the same team or channel."
      actions={<Select small label="How close" options={spans} value={within} onChange={setWithin} />}
    >
      {overlaps.length === 0 ? (
        <p className="text-ink-2">{`No two launches to come need the same team or channel within ${within} days.`}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {overlaps.map((one) => (
            <li key={`${one.one.id} ${one.other.id}`} className="flex flex-wrap gap-x-3">
              <span className="min-w-0 flex-1 narrow:min-w-full">{one.says}</span>
              <Open {...one.one} />
              <Open {...one.other} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Open = ({ id, name }: { id: string; name: string }) => (
  <Link to={`/launches/${id}`} className="text-accent-ink hover:underline">
    {name}
  </Link>
)
