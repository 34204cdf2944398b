import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { timesheets } from '../contract.ts'
import type { Deeds } from './useWeekDeeds.ts'
import { hours, whatOf } from './words.ts'

type ProposalProps = { on: string; onClose: () => void; deeds: Deeds }

/** A week as the board would have it: said to be a proposal, kept only when it is taken. */
export function Proposal({ on, onClose, deeds }: ProposalProps) {
  const { data, error } = useQuery(timesheets.proposal, { on }, { keepsOld: false })
  if (error) return <Notice tone="bad">{error.message}</Notice>
  if (!data) return null
  const total = data.rows.reduce((sum, row) => sum + row.days.reduce((all, one) => all + one, 0), 0)
  return (
    <Card
      title="A proposal from the board"
      hint={data.reason}
      actions={
        <>
          {data.rows.length > 0 && (
            <Button
              small
              look="primary"
              onClick={async () => {
                if (await deeds.take(data.rows)) onClose()
              }}
            >
              {`Take over ${hours(total)} h`}
            </Button>
          )}
          <Button small look="quiet" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {data.rows.length === 0 ? (
        <p className="text-ink-2">
          Nothing to propose: no item was with you in an active stage on a day without entries.
        </p>
      ) : (
        <ul>
          {data.rows.map((row) => (
            <li key={row.key} className="flex justify-between gap-4">
              <span className="truncate">{whatOf(row)}</span>
              <span className="tabular">{hours(row.days.reduce((all, one) => all + one, 0))} h</span>
            </li>
          ))}
        </ul>
      )}
      {data.unheld > 0 && (
        <p className="pt-2 text-sm text-ink-3">{`${hours(data.unheld)} h of these days hang on no item and are not proposed.`}</p>
      )}
    </Card>
  )
}
