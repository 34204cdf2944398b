import { Link } from '@tanstack/react-router'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Load, OpenItem } from '../contract.ts'

const shown = 20

/** What the figures cannot know of: items nobody estimated, items nobody has. */
export function Apart({ data }: { data: Load }) {
  return (
    <div className="grid grid-cols-2 gap-4 narrow:grid-cols-1">
      <Items
        title="Without an estimate"
        hint="Counted with the median of done items of their type"
        items={data.unestimated}
        none="Every item that somebody has is estimated."
      />
      <Items
        title="Without an assignee"
        hint="In nobody’s hours yet"
        items={data.unassigned}
        none="Every open item has somebody."
      />
    </div>
  )
}

type ItemsProps = { title: string; hint: string; items: OpenItem[]; none: string }
const Items = ({ title, hint, items, none }: ItemsProps) => (
  <Card title={title} hint={hint}>
    {items.length === 0 ? (
      <p className="text-ink-2">{none}</p>
    ) : (
      <ul>
        {items.slice(0, shown).map((one) => (
          <li key={one.id} className="flex justify-between gap-3">
            {one.number > 0 ? (
              <Link to={`/work/items/${one.id}`} className="truncate hover:underline">
                {`W-${one.number} ${one.title}`}
              </Link>
            ) : (
              <span className="truncate text-ink-2">{one.title}</span>
            )}
            <span className="tabular shrink-0 text-ink-2">{`${Number((one.minutes / 60).toFixed(1))} h`}</span>
          </li>
        ))}
      </ul>
    )}
    {items.length > shown && <p className="pt-2 text-sm text-ink-3">{`and ${items.length - shown} more`}</p>}
  </Card>
)
