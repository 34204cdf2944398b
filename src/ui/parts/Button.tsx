import { Link } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../classes.ts'
import { Spinner } from './Spinner.tsx'
import { Tooltip } from './Tooltip.tsx'

export type Look = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonProps = ComponentProps<'button'> & {
  look?: Look
  small?: boolean
  icon?: ReactNode
  isBusy?: boolean
  /** Opens an address of the app, `/funnel?period=all`, instead of running something. */
  to?: string
}

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover shadow-1',
  secondary: 'bg-surface text-ink border border-line-strong hover:bg-hover shadow-1 dark:bg-raised',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-white hover:bg-danger-hover shadow-1',
}

export const buttonClass = (look: Look = 'secondary', small = false, square = false) =>
  cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none',
    'transition-colors duration-[var(--quick)] disabled:opacity-50 aria-disabled:opacity-50',
    small ? 'h-(--control-small) text-sm' : 'h-(--control)',
    square ? (small ? 'w-(--control-small)' : 'w-(--control)') : small ? 'px-2' : 'px-3',
    looks[look],
  )

export function Button({ look, small, icon, isBusy, to, className, children, ...rest }: ButtonProps) {
  const classes = cx(buttonClass(look, small), className)
  if (to) {
    const [path, query] = to.split('?')
    const search = Object.fromEntries(new URLSearchParams(query))
    return (
      <Link to={path} search={search as never} className={classes}>
        {icon}
        {children}
      </Link>
    )
  }
  return (
    <button type="button" {...rest} disabled={rest.disabled || isBusy} aria-busy={isBusy} className={classes}>
      {isBusy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'icon' | 'to'> & {
  /** Said aloud and shown as a tooltip. */
  label: string
  keys?: string
}

export function IconButton({
  label,
  keys,
  look = 'quiet',
  small,
  isBusy,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        disabled={rest.disabled || isBusy}
        className={cx(buttonClass(look, small, true), className)}
      >
        {isBusy ? <Spinner /> : children}
      </button>
    </Tooltip>
  )
}
