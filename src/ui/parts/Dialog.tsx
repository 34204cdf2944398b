import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { Button, buttonClass } from './Button.tsx'

export type DialogProps = {
  isOpen: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  /** Buttons, the main one last. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
  children?: ReactNode
}

/** Last in the order of focus, so that a dialog starts with its first field; no tooltip to eat Escape. */
export const CloseCorner = () => (
  <Base.Close
    aria-label={t('dialog.close')}
    className={cx(buttonClass('quiet', true, true), 'absolute top-3 right-3')}
  >
    <X size={16} />
  </Base.Close>
)

const widths = { small: 'max-w-100', medium: 'max-w-140', large: 'max-w-220' }

export function Dialog({
  isOpen,
  onClose,
  title,
  description,
  actions,
  size = 'medium',
  children,
}: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim z-40" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto p-4 pt-[12vh]">
          <Base.Popup className={cx('popup relative flex w-full flex-col shadow-3', widths[size])}>
            <header className="pt-4 pr-12 pl-5">
              <div>
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description && (
                  <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>
                )}
              </div>
            </header>
            <div className="px-5 py-4">{children}</div>
            {actions && (
              <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
            )}
            <CloseCorner />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

export type ConfirmProps = Omit<DialogProps, 'actions' | 'size'> & {
  /** The verb of the deed: "Delete import". */
  verb: string
  onConfirm: () => void
  isDangerous?: boolean
  isBusy?: boolean
}

/** For deeds that cannot be undone; all others run at once and offer Undo. */
export function Confirm({ verb, onConfirm, isDangerous, isBusy, ...dialog }: ConfirmProps) {
  const actions = (
    <>
      <Button onClick={dialog.onClose}>{t('dialog.cancel')}</Button>
      <Button look={isDangerous ? 'danger' : 'primary'} onClick={onConfirm} isBusy={isBusy}>
        {verb}
      </Button>
    </>
  )
  return <Dialog {...dialog} size="small" actions={actions} />
}
