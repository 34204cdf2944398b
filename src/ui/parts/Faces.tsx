import { CircleAlert, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { useIsInCard } from './Card.tsx'

/** A grey bar in the shape of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div className={cx('bone h-4', className)} />
}

const bones = (n: number) => [...Array(n).keys()]

export function SkeletonRows({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <div role="status" aria-label={t('face.loading')} className="flex flex-col">
      {bones(rows).map((row) => (
        <div key={row} className="flex h-(--row) items-center gap-6 border-b border-line px-(--gutter)">
          {bones(columns).map((column) => (
            <Skeleton
              key={column}
              className={cx('h-3', column === 0 ? 'w-1/3' : 'w-1/8', column > 1 && 'narrow:hidden')}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

export type EmptyProps = {
  /** One sentence. */ children: ReactNode /** The first step, as a button. */
  action?: ReactNode
  icon?: ReactNode
}

export function EmptyState({ children, action, icon }: EmptyProps) {
  if (useIsInCard())
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-2">
        <p>{children}</p>
        {action}
      </div>
    )
  return (
    <div className="flex flex-col items-center justify-center gap-3 px-6 py-16 text-center">
      {icon && <div className="text-ink-3">{icon}</div>}
      <p className="max-w-90 text-lg text-balance text-ink-2">{children}</p>
      {action}
    </div>
  )
}

export type ErrorProps = {
  /** What happened. */
  what?: ReactNode
  /** What was not lost. */
  safe?: ReactNode
  onRetry?: () => void
  action?: ReactNode
  isSmall?: boolean
}

export function ErrorState({ what, safe, onRetry, action, isSmall }: ErrorProps) {
  return (
    <div
      role="alert"
      className={cx('flex flex-col items-center gap-3 px-6 text-center', isSmall ? 'py-6' : 'py-16')}
    >
      <CircleAlert size={20} className="text-bad" aria-hidden="true" />
      <div className="max-w-110">
        <p className="font-medium text-balance">{what ?? t('face.error')}</p>
        <p className="mt-1 text-ink-2">{safe ?? t('face.safe')}</p>
      </div>
      {action ??
        (onRetry && (
          <Button onClick={onRetry} icon={<RotateCw size={14} />}>
            {t('face.again')}
          </Button>
        ))}
    </div>
  )
}
