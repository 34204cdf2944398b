import { Field as Base } from '@base-ui/react/field'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  isLabelHidden?: boolean
  /** Label beside the control: for a checkbox or a switch. */
  isInline?: boolean
  className?: string
  children: ReactNode
}

/** Ties label, hint and error to the one control inside. */
export function Field({
  label,
  hint,
  error,
  isOptional,
  isLabelHidden,
  isInline,
  className,
  children,
}: FieldProps) {
  const caption = (
    <Base.Label className={cx('font-medium text-ink', isLabelHidden && 'sr-only')}>
      {label}
      {isOptional && <span className="ml-1.5 font-normal text-ink-3">{t('form.optional')}</span>}
    </Base.Label>
  )
  return (
    <Base.Root invalid={Boolean(error)} className={cx('flex flex-col gap-1', className)}>
      {isInline ? (
        <div className="flex items-center gap-2">
          {children}
          {caption}
        </div>
      ) : (
        <>
          {caption}
          {children}
        </>
      )}
      {hint && <Base.Description className="text-sm text-ink-3">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="flex items-start gap-1 text-sm text-bad">
          <CircleAlert size={14} className="mt-px shrink-0" aria-hidden="true" />
          <span>{error}</span>
        </Base.Error>
      )}
    </Base.Root>
  )
}
