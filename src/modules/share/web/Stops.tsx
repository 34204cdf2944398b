import { Link } from '@tanstack/react-router'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Meter } from '../contract.ts'

/** The largest pieces that are not vision, with who asked for them. */
export function Stops({ data }: { data: Meter }) {
  if (data.stop.length === 0) return null
  return (
    <Card title="What to stop doing" hint="The largest pieces of the last four weeks that were not vision">
      <ul className="flex flex-col gap-2">
        {data.stop.map((one) => (
          <li key={`${one.itemId}${one.name}`} className="flex gap-3">
            <span className="tabular w-14 shrink-0 text-right font-medium">{`${Math.round(one.minutes / 60)} h`}</span>
            <span className="min-w-0">
              {one.itemId ? (
                <Link to={`/work/items/${one.itemId}`} className="text-accent-ink hover:underline">
                  {one.name}
                </Link>
              ) : (
                one.name
              )}
              <span className="block text-sm text-ink-3">
                {[
                  one.askedBy && `Put on the board by ${one.askedBy}`,
                  one.said && `“${one.said}”`,
                  one.advice,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
