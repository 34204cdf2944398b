import { Undo2 } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { count } from '../../../ui/format/number.ts'
import { download } from '../../../ui/format/save.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Scroller } from '../../../ui/kit/Scroller.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Progress } from '../../../ui/parts/Progress.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { type Import, imports } from '../contract.ts'
import { OfFile } from './OfFile.tsx'
import { isMoving, StatusBadge } from './status.tsx'
import { useUndo } from './useUndo.tsx'

/** Progress while files land, then the receipt. */
export function Landing({ items }: { items: Import[] }) {
  if (items.length === 0) return null
  return items.some(isMoving) ? <Moving items={items} /> : <Receipt items={items} />
}

function Moving({ items }: { items: Import[] }) {
  const settled = items.filter((one) => !isMoving(one))
  const rows = (some: Import[]) => some.reduce((sum, one) => sum + one.rows, 0)
  const isUndoing = items.every((one) => one.status === 'undoing' || !isMoving(one))
  const now = items.find(isMoving)
  return (
    <Card>
      <Progress
        label={`${isUndoing ? 'Undoing' : 'Landing'} ${now?.title ?? ''} · ${settled.length} of ${items.length} files`}
        done={rows(settled)}
        total={settled.length > 0 ? rows(items) : null}
      />
      <p className="mt-2 text-sm text-ink-3">
        You may leave this page, or even close it: the work goes on, also after an interruption, and nothing
        counts until a file is in completely.
      </p>
    </Card>
  )
}

function Receipt({ items }: { items: Import[] }) {
  const can = useCan()
  const { ask, dialog } = useUndo()
  const landed = items.filter((one) => one.status === 'landed')
  const failed = items.filter((one) => one.status === 'failed')
  return (
    <Card
      title={
        landed.length > 0
          ? `${landed.length === 1 ? 'Your file is' : `${landed.length} files are`} in`
          : 'Nothing landed'
      }
      hint={landed.length > 0 ? 'Every figure counts them from now on.' : undefined}
      actions={
        landed.length > 0 && (
          <>
            {can('imports:write') && (
              <Button icon={<Undo2 size={14} />} onClick={() => ask(landed)}>
                Undo
              </Button>
            )}
            <Button look="primary" to="/funnel?period=all">
              See the funnel
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {landed.length > 0 && <ReceiptTable items={landed} />}
        {failed.map((one) => (
          <Notice key={one.id} tone="bad">
            <OfFile file={one.file} says={one.reason ?? 'Something broke.'} /> Nothing of it counts; it can be
            landed again.
          </Notice>
        ))}
        {items
          .filter((one) => one.status === 'undone')
          .map((one) => (
            <p key={one.id} className="flex items-center gap-2 text-ink-2">
              <StatusBadge status="undone" /> {one.file}
            </p>
          ))}
      </div>
      {dialog}
    </Card>
  )
}

const heads = ['File', 'New', 'Updated', 'Unchanged', 'Rejected', 'Time'] as const

export function ReceiptTable({ items }: { items: Import[] }) {
  return (
    <Scroller label={'Receipt'}>
      <table className="w-full border-collapse">
        <caption className="sr-only">Receipt</caption>
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            {heads.map((head, at) => (
              <th
                key={head}
                scope="col"
                className={`px-3 py-2 font-normal first:pl-0 ${at === 0 ? 'text-left' : 'text-right'}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <ReceiptLine key={one.id} item={one} />
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

function ReceiptLine({ item }: { item: Import }) {
  const { counts } = item
  if (!counts) return null
  const cells = [counts.new, counts.updated, counts.unchanged]
  return (
    <tr className="border-b border-line last:border-0">
      <td className="h-(--row) pr-3">
        <span className="font-medium">{item.title}</span> <span className="text-ink-3">{item.file}</span>
        {counts.repeated > 0 && <Badge>{`${count(counts.repeated)} repeated in the file`}</Badge>}
      </td>
      {cells.map((cell, at) => (
        <td key={heads[at + 1]} className="px-3 text-right">
          {count(cell)}
        </td>
      ))}
      <td className="px-3 text-right whitespace-nowrap">
        {counts.rejected > 0 ? <RejectsLink id={item.id} rejected={counts.rejected} /> : '0'}
      </td>
      <td className="px-3 text-right whitespace-nowrap text-ink-2">
        {`${counts.seconds.toFixed(1)} s · ${count(counts.rowsPerSecond)} rows/s`}
      </td>
    </tr>
  )
}

export const RejectsLink = ({ id, rejected }: { id: string; rejected: number }) => (
  <Exports
    label={`${count(rejected)} to mend`}
    onSave={(format) => download(address(imports.rejects, { id, format }).url)}
  />
)
