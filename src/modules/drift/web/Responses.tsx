import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Drift, drift, type Response } from '../contract.ts'

const days = (n: number | null): string => (n === null ? 'n/a' : `${n} ${n === 1 ? 'day' : 'days'}`)

/** How long each kind took to answer the version in force, and what has not. */
export function Responses({ data }: { data: Drift }) {
  if (!data.vision) return <p className="text-ink-2">There is no vision yet that anything could rest on.</p>
  return (
    <>
      <p className="text-sm text-ink-2">
        {`Version ${data.vision.version} came on ${data.vision.savedOn}. A record answers it when it is changed, linked up or confirmed; what was made since rests on it anyway and is not counted.`}
      </p>
      <Card title="Time to respond">
        <DataTable<Response>
          caption="Time to respond, by kind"
          rows={data.responses}
          rowId={(one) => one.kind}
          columns={[
            { id: 'title', title: 'Kind', value: (one) => one.title },
            { id: 'all', title: 'Older than the version', align: 'end', value: (one) => one.all },
            { id: 'answered', title: 'Answered', align: 'end', value: (one) => one.answered },
            { id: 'median', title: 'Half within', align: 'end', value: (one) => days(one.medianDays) },
            { id: 'longest', title: 'Longest', align: 'end', value: (one) => days(one.longestDays) },
            {
              ...{ id: 'old', title: 'Still on an older version', align: 'end', value: (one) => one.old },
              cell: (one) => <Badge tone={one.old > 0 ? 'warn' : 'good'}>{String(one.old)}</Badge>,
            },
          ]}
        />
      </Card>
      {data.responses
        .filter((one) => one.waiting.length > 0)
        .map((one) => (
          <Waiting key={one.kind} response={one} mayManage={data.can.manage} />
        ))}
    </>
  )
}

function Waiting({
  response: { kind, title, waiting, old },
  mayManage,
}: {
  response: Response
  mayManage: boolean
}) {
  const review = useCommand(drift.review)
  const unreview = useCommand(drift.unreview)
  const confirm = async (id: string, name: string) => {
    if (await review.run({ kind, id }))
      toast('Confirmed', { detail: name, undo: () => void unreview.run({ kind, id }) })
  }
  return (
    <Card
      title={`${title}: ${old} on an older version`}
      hint={old > waiting.length ? `The first ${waiting.length} of them.` : undefined}
    >
      <ul className="flex flex-col">
        {waiting.map((one) => (
          <li key={one.id} className="flex items-center gap-2 border-b border-line py-1 last:border-0">
            <Link to={one.path} className="min-w-0 flex-1 text-accent-ink hover:underline">
              {one.name}
            </Link>
            {mayManage && (
              <Button
                small
                look="quiet"
                icon={<Check size={14} />}
                onClick={() => void confirm(one.id, one.name)}
              >
                It still fits
                <span className="sr-only">{`: ${one.name}`}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
