import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Money, When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { kindTitles } from '../../costs/rules.ts'
import { Thread } from '../../threads/web/index.ts'
import { Trace } from '../../trace/web/index.ts'
import { budget, type Line } from '../contract.ts'
import { isHeadcount, purposeTitles } from '../rules.ts'
import { AccrualsOfLine } from './AccrualsOfLine.tsx'
import { Behind } from './Behind.tsx'
import { guardDraft, guardField } from './guard-field.ts'
import { LineStanding } from './LineStanding.tsx'
import { LineDraft, lineFields, purposeIn, saidOf } from './line-fields.ts'
import { MoveBudget } from './MoveBudget.tsx'
import { Recurs } from './Recurs.tsx'
import { SharedOut } from './SharedOut.tsx'
import { lineSlot } from './slots.ts'

export default function LinePage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(budget.line, { id })
  const [open, setOpen] = useState<'edit' | 'move' | null>(null)
  const can = useCan()
  const { data } = asked
  const line = data?.line
  const mayWrite = can('budget:write') && line && !line.isRemoved
  return (
    <DetailPage
      title={line?.name ?? 'Budget line'}
      crumbs={[{ title: 'Budget', path: '/budget' }]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      onEdit={mayWrite ? () => setOpen('edit') : undefined}
      actions={line && <Actions line={line} onMove={() => setOpen('move')} />}
      properties={line && propertiesOf(line)}
    >
      {line && data && (
        <>
          <LineStanding line={line} year={data.year} />
          {!isHeadcount(line) && <Trace kind="budget-line" id={id} />}
          {!isHeadcount(line) && <More id={id} />}
          {!isHeadcount(line) && <Thread kind="budget-line" id={id} />}
          <SharedOut line={line} />
          <Recurs line={line} year={data.year} />
          {!isHeadcount(line) && <Behind of={{ line: id }} />}
          {!isHeadcount(line) && <AccrualsOfLine line={line} year={data.year} />}
          <Transfers transfers={data.transfers} />
          {open === 'edit' && <EditLine line={line} onClose={() => setOpen(null)} />}
          {open === 'move' && <MoveBudget from={id} onClose={() => setOpen(null)} />}
        </>
      )}
    </DetailPage>
  )
}

const More = ({ id }: { id: string }) => (
  <Suspense>
    {lineSlot.all.map((Part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
      <Part key={at} kind="budget-line" id={id} />
    ))}
  </Suspense>
)

function Actions({ line, onMove }: { line: Line; onMove: () => void }) {
  const can = useCan()
  const navigate = useNavigate()
  const remove = useCommand(budget.removeLine)
  const restore = useCommand(budget.restoreLine)
  const drop = async () => {
    if (!(await remove.run({ id: line.id }))) return
    toast('Line removed', { undo: () => void restore.run({ id: line.id }) })
    void navigate({ to: '/budget' })
  }
  return (
    <>
      {can('budget:request') && !isHeadcount(line) && !line.isPlaceholder && (
        <Button look="primary" to={`/budget/requests?show=new&line=${line.id}`}>
          Ask for an order
        </Button>
      )}
      {can('budget:decide') && <Button onClick={onMove}>Move budget</Button>}
      {can('budget:write') && line.load === 0 && (
        <Button look="quiet" onClick={() => void drop()}>
          Remove
        </Button>
      )}
    </>
  )
}

const propertiesOf = (line: Line) =>
  [
    ['Area', line.area],
    ['Programme', line.programme],
    ['Campaign', line.campaign],
    ['Kind', kindTitles[line.kind]],
    ['Channel', line.channel],
    ['Owner', line.owner.name],
    ['Currency', line.currency],
    ['For', line.purpose ? purposeTitles[line.purpose] : 'As its area says'],
    ['Placeholder', line.isPlaceholder ? 'Reserves its budget' : ''],
    ['Note', line.note],
  ]
    .filter(([, value]) => value)
    .map(([label, value]) => ({ label: label!, value }))

type Transfer = Out<typeof budget.line>['transfers'][number]

function Transfers({ transfers }: { transfers: Transfer[] }) {
  if (transfers.length === 0) return null
  return (
    <Card title="Moved">
      <DataTable<Transfer>
        caption="Transfers"
        rows={transfers}
        rowId={(one) => one.id}
        columns={[
          { id: 'from', title: 'From', value: (one) => one.from },
          { id: 'to', title: 'To', value: (one) => one.to },
          {
            id: 'minor',
            title: 'Amount',
            align: 'end',
            value: (one) => one.minor,
            cell: (one) => <Money minor={one.minor} currency={one.currency} />,
          },
          { id: 'reason', title: 'Reason', value: (one) => one.reason },
          { id: 'by', title: 'By', value: (one) => one.by },
          { id: 'at', title: 'When', value: (one) => one.at, cell: (one) => <When at={one.at} /> },
        ]}
      />
    </Card>
  )
}

function EditLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const edit = useCommand(budget.edit, { isQuiet: true })
  const back = useCommand(budget.edit)
  const { opened, open, newer } = useOpened(line)
  const { name, area, programme, campaign, kind, channel, currency, isPlaceholder, note } = opened
  const initial = { name, area, programme, campaign, kind, channel, currency, isPlaceholder, note }
  return (
    <Dialog isOpen onClose={onClose} title={line.name}>
      {newer && <Meanwhile by={null} what="this line" onLoad={() => open(newer)} />}
      <Form
        key={opened.version}
        id={`budget-line-${line.id}-${opened.version}`}
        schema={LineDraft.extend(guardDraft)}
        initial={{ ...initial, purpose: purposeIn(opened.purpose) }}
        fields={[...lineFields, guardField]}
        onSave={({ guardReason = '', ...draft }) =>
          edit.attempt({
            year: line.yearId,
            edits: [{ id: line.id, version: opened.version, ...saidOf(draft) }],
            guardReason,
          })
        }
        onSaved={({ undo }) => {
          toast('Line changed', { undo: () => void back.run({ year: line.yearId, edits: undo }) })
          onClose()
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
