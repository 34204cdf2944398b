import { useState } from 'react'
import { saveTable } from '../../../ui/format/save.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Switch } from '../../../ui/parts/Checkbox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { useUrl } from '../../../ui/useUrl.ts'
import type { ModelId, Report, ReportRow } from '../contract.ts'
import { titleOf } from '../rules.ts'
import { comparedColumns, modelColumns } from './credit-columns.tsx'
import type { Asked } from './explain.ts'
import { attributed, pluralOf } from './finding.ts'
import { ReconciledLine } from './ReconciledLine.tsx'
import { isPartial, reportTable } from './reconcile.ts'

const size = 50
type CreditTableProps = { report: Report; model: ModelId; asking: Asked }

/** The figures; sales without a touch come last and are never spread over the others. */
export function CreditTable({ report, model, asking }: CreditTableProps) {
  const [models, setModels] = useUrl('models', 'one')
  const [page, setPage] = useState(1)
  const isCompared = models === 'all'
  const all = attributed(report.rows, model)
  const offset = (Math.min(page, Math.max(1, Math.ceil(all.length / size))) - 1) * size
  const rows = [...all.slice(offset, offset + size), ...report.rows.filter((row) => row.isUnattributed)]
  const columns = isCompared ? comparedColumns(report, asking) : modelColumns(report, model, asking)
  return (
    <Card
      title={isCompared ? 'Value by every model' : `Value by ${titleOf(model)}`}
      hint={`${all.length} ${all.length === 1 ? 'row' : pluralOf(asking.by)}`}
      actions={
        <>
          <Field isInline label="Compare models">
            <Switch isOn={isCompared} onChange={(isOn) => setModels(isOn ? 'all' : 'one')} />
          </Field>
          <Exports onSave={(format) => saveTable(format, 'attribution', reportTable(report))} />
        </>
      }
    >
      <DataTable<ReportRow>
        caption={`Credit by ${asking.by}`}
        columns={columns}
        rows={rows}
        rowId={(row) => (row.isUnattributed ? ' unattributed' : (row.value ?? ' blank'))}
      />
      <Pager offset={offset} size={size} total={all.length} onPage={setPage} />
      <ReconciledLine report={report} model={model} asked={asking} isPart={isPartial(asking.where)} />
    </Card>
  )
}
