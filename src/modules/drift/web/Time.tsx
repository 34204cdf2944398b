import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Progress } from '../../../ui/parts/Progress.tsx'
import type { Drift } from '../contract.ts'

const inHours = (minutes: number): number => Math.round(minutes / 60)

/** Hours that lead up to the vision, of those there are. */
export function Time({ hours }: { hours: NonNullable<Drift['hours']> }) {
  return (
    <Card
      title="Hours"
      actions={
        <Button small look="quiet" to="/positions/hours">
          Give hours
        </Button>
      }
    >
      {hours.total === 0 ? (
        <p className="text-ink-2">{`No position is filled in ${hours.label}; there are no hours yet.`}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <Progress
            label={`Hours of ${hours.label} that lead up to the vision`}
            done={inHours(hours.traced)}
            total={inHours(hours.total)}
          />
          <p className="text-sm text-ink-2">
            {`Filled positions have ${inHours(hours.capacity).toLocaleString('en')} h; ${inHours(hours.given).toLocaleString('en')} h are given to something, ${inHours(hours.untraced).toLocaleString('en')} h lead nowhere.`}
          </p>
        </div>
      )}
    </Card>
  )
}
