import { ArrowUp, CornerLeftUp } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { count } from '../../../ui/format/number.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { ToneMark } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { trace } from '../contract.ts'
import { LinkUp } from './LinkUp.tsx'
import { Name } from './Name.tsx'

type TraceProps = { kind: string; id: string }
type Shown = Out<typeof trace.show>

/** What a record is for, up to the vision, and what serves it. */
export function Trace({ kind, id }: TraceProps) {
  const [isLinking, setLinking] = useState(false)
  const asked = useQuery(trace.show, { kind, id })
  const { data } = asked
  return (
    <Card
      title={data?.reachesTop && data.up.length === 0 ? 'What serves it' : 'What it is for'}
      actions={
        data?.can.link && (
          <Button small look="quiet" icon={<CornerLeftUp size={14} />} onClick={() => setLinking(true)}>
            {data.up.length > 0 ? 'Link elsewhere' : 'Link up'}
          </Button>
        )
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => data && <Chain data={data} />}
      </FaceOf>
      {isLinking && data && (
        <LinkUp kind={kind} id={id} isLinked={data.up.length > 0} onClose={() => setLinking(false)} />
      )}
    </Card>
  )
}

function Chain({ data }: { data: Shown }) {
  return (
    <div className="flex flex-col gap-4">
      {data.up.length > 0 && (
        <ol aria-label="Up to the vision" className="flex flex-col gap-2">
          {data.up.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records one may not see have no id
            <li key={at} className="flex items-start gap-2">
              <ArrowUp size={14} aria-hidden="true" className="mt-[3px] shrink-0 text-ink-3" />
              <Name one={one} />
            </li>
          ))}
        </ol>
      )}
      <p className="flex items-start gap-2 text-sm text-ink-2">
        {!data.reachesTop && <ToneMark tone="warn" />}
        {data.says}
      </p>
      {data.whyNotElsewhere && <p className="text-sm text-ink-2">{data.whyNotElsewhere}</p>}
      {data.down.length > 0 && (
        <div className="flex flex-col gap-2">
          <h3 className="text-sm font-medium text-ink-2">
            {data.below > data.down.length
              ? `Serving it: ${count(data.down.length)} directly, ${count(data.below)} in all`
              : `Serving it: ${count(data.below)}`}
          </h3>
          <ul className="flex flex-col gap-2">
            {data.down.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: records one may not see have no id
              <li key={at}>
                <Name one={one} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
