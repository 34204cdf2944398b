import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Import, ImportStatus } from '../contract.ts'
import { aboutWork } from '../rules.ts'

export const statusLook: Record<ImportStatus, { tone: Tone; label: string }> = {
  ready: { tone: 'accent', label: 'Ready to land' },
  unsettled: { tone: 'warn', label: 'Needs an answer' },
  not_used: { tone: 'neutral', label: 'Known, not used' },
  unknown: { tone: 'warn', label: 'Not recognised' },
  already: { tone: 'neutral', label: 'Already landed' },
  landing: { tone: 'info', label: 'Landing' },
  landed: { tone: 'good', label: 'Landed' },
  undoing: { tone: 'info', label: 'Undoing' },
  undone: { tone: 'neutral', label: 'Undone' },
  failed: { tone: 'bad', label: 'Failed' },
}

export const StatusBadge = ({ status }: { status: ImportStatus }) => (
  <Badge tone={statusLook[status].tone} hasMark>
    {statusLook[status].label}
  </Badge>
)

/** What stands behind the status, kindly and with the next step. */
export function statusWords({ status, reason }: Pick<Import, 'status' | 'reason'>): string {
  if (status === 'not_used' && isWork({ reason })) return aboutWork
  if (status === 'not_used')
    return `We know this file and do not need it: ${reason ?? 'other files hold the same facts.'}`
  if (status === 'unknown')
    return `${reason ?? 'We have not met these headings before.'} Say what the columns mean below; the next file like it is read by itself.`
  if (status === 'landing')
    return 'Its rows are being written. If that was interrupted, it goes on by itself; nothing counts until all of it is there.'
  if (status === 'undoing') return 'Its rows are being taken out. Figures follow as soon as that is done.'
  if (status === 'failed')
    return `${reason ?? 'Something broke.'} Nothing of it counts; you can land it again.`
  if (status === 'undone')
    return 'Figures are as if this file had never come. Hand it in again to bring it back.'
  return reason ?? ''
}

export const isWork = ({ reason }: Pick<Import, 'reason'>) => reason === aboutWork
export const isMoving = ({ status }: Pick<Import, 'status'>) => status === 'landing' || status === 'undoing'
export const isMappable = ({ status }: Pick<Import, 'status'>) =>
  ['ready', 'unsettled', 'unknown', 'not_used', 'failed'].includes(status)

export const objectWords = (objects: string[]): string =>
  objects.map((name) => name.replaceAll('_', ' ')).join(', ')
export const fileWords = ({ file, sheet }: Pick<Import, 'file' | 'sheet'>) =>
  sheet ? `${file} · ${sheet}` : file
