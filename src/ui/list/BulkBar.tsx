import { X } from 'lucide-react'
import type { Format } from '../../engine/format.ts'
import { Exports } from '../kit/Exports.tsx'
import { t } from '../messages/index.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import type { BulkAction, Everything } from './List.tsx'

type BulkBarProps<Row> = {
  rows: Row[]
  bulk: BulkAction<Row>[]
  everything?: Everything | undefined
  onExport: (format: Format) => void
  onClear: () => void
}

export function BulkBar<Row>({ rows, bulk, everything, onExport, onClear }: BulkBarProps<Row>) {
  if (rows.length === 0) return null
  const many = everything?.count || rows.length
  const run = async (action: BulkAction<Row>) => {
    if ((await action.run(rows)) !== false) onClear()
  }
  return (
    <div
      role="toolbar"
      aria-label={t('list.selected', { n: many })}
      className="popup absolute bottom-4 left-1/2 z-20 flex max-w-[calc(100%-16px)] -translate-x-1/2 items-center gap-1 overflow-x-auto p-1 pl-3 shadow-3"
    >
      <span className="tabular mr-2 font-medium whitespace-nowrap" aria-live="polite">
        {t('list.selected', { n: many })}
      </span>
      {everything && everything.count === 0 && everything.total > rows.length && (
        <Button small look="quiet" onClick={() => everything.choose()}>
          {t('list.selectEvery', { n: Math.min(everything.total, everything.most) })}
        </Button>
      )}
      {bulk.map((action) => (
        <Button
          key={action.label}
          small
          look={action.isDangerous ? 'danger' : 'secondary'}
          icon={action.icon}
          onClick={() => void run(action)}
        >
          {action.label}
        </Button>
      ))}
      <Exports onSave={onExport} label={t('list.exportSelected')} />
      <IconButton small label={t('list.clearSelection')} keys="Escape" onClick={onClear}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
