import type { ReactNode } from 'react'
import { cx } from '../../../ui/classes.ts'

/** A page without the shell: sign-in, first run, links. */
export function Alone({
  title,
  hint,
  isWide,
  children,
}: {
  title: string
  hint?: ReactNode
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center bg-canvas px-4 pt-[10vh] pb-12">
      <div className={cx('w-full', isWide ? 'max-w-220' : 'max-w-100')}>
        <p className="mb-8 flex items-center gap-2 font-semibold tracking-tight">
          <img src="/icon.svg" alt="" className="size-6" />
          Fullscore
        </p>
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        {hint && <p className="mt-1 text-lg text-ink-2">{hint}</p>}
        <div className="mt-6 flex flex-col gap-4">{children}</div>
      </div>
    </main>
  )
}
