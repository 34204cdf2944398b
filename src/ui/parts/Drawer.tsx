import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { cx } from '../classes.ts'
import { CloseCorner } from './Dialog.tsx'

export type DrawerProps = {
  isOpen: boolean
  onClose: () => void
  title: ReactNode
  /** Right of the title. */
  actions?: ReactNode
  side?: 'right' | 'left'
  isWide?: boolean
  children?: ReactNode
}

/** A sheet from the side, for looking closer without leaving the page. */
export function Drawer({ isOpen, onClose, title, actions, side = 'right', isWide, children }: DrawerProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim z-40" />
        <Base.Popup
          className={cx(
            'sheet fixed inset-y-0 z-50 flex w-full flex-col bg-raised shadow-3 outline-none',
            side === 'right' ? 'right-0 border-l border-line' : 'sheet-left left-0 border-r border-line',
            side === 'left' ? 'max-w-70' : isWide ? 'max-w-200' : 'max-w-130',
          )}
        >
          <header className="flex min-h-12 items-center gap-2 border-b border-line py-2 pr-12 pl-5">
            <Base.Title className="min-w-0 flex-1 truncate text-lg font-semibold">{title}</Base.Title>
            {actions}
          </header>
          <div className="quiet-scroll flex-1 overflow-y-auto">{children}</div>
          <CloseCorner />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
