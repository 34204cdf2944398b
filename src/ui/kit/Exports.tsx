import { Download } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Format } from '../../engine/format.ts'
import { t } from '../messages/index.ts'
import { Button } from '../parts/Button.tsx'
import { Menu } from '../parts/Menu.tsx'

type ExportsProps = {
  onSave: (format: Format) => unknown
  label?: string
  /** The button, where it is not the usual one. */
  children?: ReactElement
}

/** The choices of a table that can be taken along. */
export const exportItems = (onSave: ExportsProps['onSave']) => [
  { label: t('export.csv'), onSelect: () => void onSave('csv') },
  { label: t('export.xlsx'), onSelect: () => void onSave('xlsx') },
]

export const Exports = ({ onSave, label = t('export.label'), children }: ExportsProps) => (
  <Menu align="end" items={exportItems(onSave)}>
    {children ?? (
      <Button small look="quiet" icon={<Download size={14} />}>
        {label}
      </Button>
    )}
  </Menu>
)
