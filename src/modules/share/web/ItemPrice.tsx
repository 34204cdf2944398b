import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import type { Detail } from '../../work/contract.ts'
import { share } from '../contract.ts'

/** What an open item costs or brings the planned vision share. */
export default function ItemPrice({ detail }: { detail: Detail }) {
  const isOpen = detail.item.doneAt === null
  const { data } = useQuery(share.ofItem, { id: detail.item.id }, { isOn: isOpen })
  if (!data || !isOpen) return null
  const points = data.points ?? 0
  const isNamed = Math.abs(points) >= 0.05
  return (
    <Card
      title="Price in points"
      actions={
        <Button small look="quiet" to="/vision-share">
          Vision share
        </Button>
      }
    >
      {isNamed && (
        <Badge tone={points < 0 ? 'warn' : 'good'}>
          {points < 0 ? `costs ${Math.abs(points).toFixed(1)} points` : `brings ${points.toFixed(1)} points`}
        </Badge>
      )}
      <p className="pt-1 text-ink-2">{data.words}</p>
    </Card>
  )
}
