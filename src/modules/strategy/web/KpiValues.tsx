import { useState } from 'react'
import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Kpi, strategy } from '../contract.ts'
import { inUnit } from './kpi-words.tsx'

type HandKept = Out<typeof strategy.kpiValues>['items'][number]

/** What somebody typed month by month, with their name beside it. */
export function KpiValues({ kpi }: { kpi: Kpi }) {
  const asked = useQuery(strategy.kpiValues, { id: kpi.id })
  const [open, setOpen] = useState<HandKept | null>(null)
  const mayKeep = kpi.can.manage && (kpi.state === 'open' || kpi.state === 'signed')
  return (
    <Card title="Kept by hand" hint="No import brings these values; whoever typed one stands beside it.">
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => (
          <DataTable<HandKept>
            caption="Values kept by hand"
            rows={asked.data?.items ?? []}
            rowId={(one) => one.month}
            columns={[
              { id: 'month', title: 'Month', value: (one) => one.label },
              {
                id: 'value',
                title: 'Value',
                align: 'end',
                value: (one) => one.value,
                cell: (one) => inUnit(one.value, kpi.definition),
              },
              { id: 'note', title: 'Note', value: (one) => one.note },
              {
                id: 'by',
                title: 'By',
                value: (one) => one.by,
                cell: (one) =>
                  one.by &&
                  one.at && (
                    <span>
                      {`${one.by}, `}
                      <When at={one.at} />
                    </span>
                  ),
              },
              {
                id: 'deed',
                title: '',
                value: () => null,
                cell: (one) =>
                  mayKeep && (
                    <Button small look="quiet" aria-label={`Keep ${one.label}`} onClick={() => setOpen(one)}>
                      {one.value === null ? 'Type' : 'Change'}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </FaceOf>
      {open && <Keep kpi={kpi} month={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

const Draft = z.object({ value: z.number(), note: z.string().trim().max(300).optional() })

function Keep({ kpi, month, onClose }: { kpi: Kpi; month: HandKept; onClose: () => void }) {
  const keep = useCommand(strategy.keepKpiValue, { isQuiet: true })
  const shares = kpi.definition.unit === 'ratio' ? 'A share between 0 and 1: 0.85 is 85 %.' : ''
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${kpi.name}, ${month.label}`}
      description={kpi.definition.source}
    >
      <Form
        id={`kpi-value-${kpi.id}-${month.month}`}
        schema={Draft}
        initial={{ ...(month.value === null ? {} : { value: month.value }), note: month.note }}
        fields={[
          { name: 'value', label: 'Value', kind: 'number', autoFocus: true, hint: shares },
          { name: 'note', label: 'Note', isOptional: true },
        ]}
        saveLabel="Keep"
        onSave={({ value, note = '' }) => keep.attempt({ id: kpi.id, month: month.month, value, note })}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
