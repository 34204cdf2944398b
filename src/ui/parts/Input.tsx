import { Field } from '@base-ui/react/field'
import { Input as Base } from '@base-ui/react/input'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../classes.ts'

export type InputProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  /** Receives the text itself. */
  onChange?: (text: string) => void
  icon?: ReactNode
}

export function Input({ onChange, icon, className, ...rest }: InputProps) {
  const field = (
    <Base
      {...rest}
      onValueChange={(value) => onChange?.(value)}
      className={cx('control w-full', Boolean(icon) && 'pl-7', className)}
    />
  )
  if (!icon) return field
  return (
    <div className="relative">
      <span className="pointer-events-none absolute inset-y-0 left-2 flex items-center text-ink-3">
        {icon}
      </span>
      {field}
    </div>
  )
}

export type TextareaProps = Omit<ComponentProps<'textarea'>, 'onChange'> & {
  onChange?: (text: string) => void
}

export function Textarea({ onChange, className, rows = 4, ...rest }: TextareaProps) {
  return (
    <Field.Control
      render={
        <textarea
          rows={rows}
          {...rest}
          onChange={(event) => onChange?.(event.currentTarget.value)}
          className={cx('control h-auto min-h-16 w-full resize-y py-1.5', className)}
        />
      }
    />
  )
}
