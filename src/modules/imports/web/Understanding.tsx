import { count, percent } from '../../../ui/format/number.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { SkeletonRows } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { imports } from '../contract.ts'
import { MappingEditor } from './MappingEditor.tsx'
import type { Inspected } from './mapping-edit.ts'
import { Sample } from './Sample.tsx'
import { statusWords } from './status.tsx'

/** All that was understood of a sheet, and the means to correct it before it lands. */
export function Understanding({ id }: { id: string }) {
  const asked = useQuery(imports.show, { id })
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      skeleton={<SkeletonRows rows={4} columns={3} />}
    >
      {() => (asked.data ? <Understood inspected={asked.data} /> : null)}
    </FaceOf>
  )
}

export function Understood({ inspected }: { inspected: Inspected }) {
  const words = statusWords(inspected)
  return (
    <div className="flex flex-col gap-4">
      {words && inspected.status !== 'unsettled' && (
        <Notice tone={inspected.status === 'failed' ? 'bad' : 'info'}>{words}</Notice>
      )}
      <Facts inspected={inspected} />
      {inspected.notes.map((note) => (
        <Notice
          key={note.says}
          tone={({ info: 'info', warning: 'warn', problem: 'bad' } as const)[note.kind]}
        >
          {note.says}
        </Notice>
      ))}
      <WillReject reasons={inspected.willReject} />
      <MappingEditor key={JSON.stringify(inspected.mapping)} inspected={inspected} />
      <Sample inspected={inspected} />
    </div>
  )
}

function Facts({ inspected }: { inspected: Inspected }) {
  const { confidence, duplicates, joins, rows, columns } = inspected
  return (
    <div className="flex flex-wrap gap-1.5">
      <Badge>{`${count(rows)} rows, ${count(columns.length)} columns`}</Badge>
      {confidence !== null && (
        <Badge
          tone={confidence >= 0.8 ? 'good' : 'warn'}
        >{`Recognised, ${percent(confidence, 0)} sure`}</Badge>
      )}
      {duplicates > 0 && (
        <Badge tone="info">{`${count(duplicates)} rows repeat a key; the later row counts`}</Badge>
      )}
      {joins.map((join) => (
        <Badge key={`${join.attribute} ${join.to}`} tone={join.matched < join.filled ? 'warn' : 'good'}>
          {`${join.attribute} finds ${join.to}: ${count(join.matched)} of ${count(join.filled)}`}
        </Badge>
      ))}
    </div>
  )
}

function WillReject({ reasons }: { reasons: Inspected['willReject'] }) {
  if (reasons.length === 0) return null
  const total = reasons.reduce((sum, one) => sum + one.rows, 0)
  return (
    <Notice tone="warn">
      <strong>{`${count(total)} rows would be rejected. `}</strong>
      The rest lands; you get the rejected rows as a file to mend and hand in again.
      <ul className="mt-1 list-disc pl-4">
        {reasons.map((one) => (
          <li key={one.reason}>{`${count(one.rows)} × ${one.reason}`}</li>
        ))}
      </ul>
    </Notice>
  )
}
