import { createContext, type ReactNode, useContext } from 'react'
import { cx } from '../classes.ts'

export type CardProps = {
  title?: ReactNode
  hint?: ReactNode
  actions?: ReactNode
  isFlush?: boolean
  className?: string
  children?: ReactNode
}

const Inside = createContext(false)

/** Whether this stands within a card, where what is empty is one quiet line. */
export const useIsInCard = (): boolean => useContext(Inside)

export function Card({ title, hint, actions, isFlush, className, children }: CardProps) {
  return (
    <section className={cx('min-w-0 rounded-lg border border-line bg-surface', className)}>
      {(title || actions) && (
        <header className="flex min-h-11 items-center gap-2 px-4 pt-2 narrow:flex-wrap">
          <div className="min-w-0 flex-1 narrow:min-w-[60%]">
            <h2 className="line-clamp-2 font-semibold">{title}</h2>
            {hint && <p className="text-sm text-ink-3">{hint}</p>}
          </div>
          {actions}
        </header>
      )}
      <Inside.Provider value={true}>
        <div className={isFlush ? '' : 'p-4'}>{children}</div>
      </Inside.Provider>
    </section>
  )
}
