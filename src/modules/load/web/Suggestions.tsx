import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Change, Load } from '../contract.ts'

/** Who could take what, tried without saving. */
export function Suggestions({ data, onTry }: { data: Load; onTry: (change: Change) => void }) {
  if (data.suggestions.length === 0) return null
  return (
    <Card title="What could go to others" hint="People who know how and have room in that week">
      <ul className="flex flex-col gap-1">
        {data.suggestions.map((one) => (
          <li key={one.itemId} className="flex items-center gap-3 narrow:flex-col narrow:items-start">
            <span className="flex-1">{one.words}</span>
            <Button
              small
              onClick={() => onTry({ kind: 'move', itemId: one.itemId, personId: one.toId })}
              aria-label={`Try: ${one.words}`}
            >
              Try
            </Button>
            <Button small look="quiet" to={`/work/items/${one.itemId}`}>
              Open
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
