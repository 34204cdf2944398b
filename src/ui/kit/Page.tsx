import type { ReactNode } from 'react'
import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { type EmptyProps, EmptyState, ErrorState, Skeleton } from '../parts/Faces.tsx'
import { type Tab, Tabs } from '../parts/Tabs.tsx'
import { sentence } from '../query.ts'
import { useUrl } from '../useUrl.ts'
import { type Crumb, useSayHere } from './here.ts'

/** The four faces. Pass what `useQuery` answers; `isEmpty` decides between empty and full. */
export type Faces = {
  isLoading?: boolean
  error?: unknown
  onRetry?: () => void
  /** Said when nothing is there yet: one sentence and the first step. */
  empty?: EmptyProps | false | null
  skeleton?: ReactNode
}

export type PageProps = Faces & {
  title: string
  /** What stands above this page; the area comes by itself. */
  crumbs?: Crumb[]
  description?: ReactNode
  actions?: ReactNode
  tabs?: readonly Tab[]
  /** Shows the shared period picker in the top bar. */
  hasPeriod?: boolean
  /** Content to the edges, scrolling by itself: lists. `wide`: a narrow screen scrolls the page instead. */
  isFlush?: boolean | 'wide'
  /** A reading width, for forms and text. */
  isNarrow?: boolean
  children?: ReactNode | ((tab: string) => ReactNode)
}

export function Page({
  title,
  crumbs = [],
  description,
  actions,
  tabs,
  hasPeriod = false,
  isFlush,
  isNarrow,
  children,
  ...faces
}: PageProps) {
  const [tab, setTab] = useUrl('tab', tabs?.[0]?.value ?? '')
  useSayHere({ title, crumbs, hasPeriod })
  const body = typeof children === 'function' ? () => children(tab) : () => children
  return (
    <div className={cx('flex flex-col', isFlush && 'h-full min-h-0', isFlush === 'wide' && 'narrow:h-auto')}>
      <header
        className={cx(
          'flex flex-wrap items-start gap-x-4 gap-y-2 px-(--gutter) pt-5 pb-3',
          isNarrow && 'mx-auto w-full max-w-180',
        )}
      >
        <div className="min-w-52 flex-1 narrow:basis-full">
          <h1 tabIndex={-1} className="truncate text-xl font-semibold tracking-tight">
            {title}
          </h1>
          {description && <p className="mt-0.5 max-w-180 text-ink-2">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {tabs && (
        <div className="px-(--gutter)">
          <Tabs tabs={tabs} value={tab} onChange={setTab} label={title} />
        </div>
      )}
      <div
        className={cx(
          isFlush ? 'flex min-h-0 flex-1 flex-col' : 'flex flex-col gap-(--gap) px-(--gutter) pt-2 pb-12',
          isNarrow && 'mx-auto w-full max-w-180',
        )}
      >
        <FaceOf {...faces}>{body}</FaceOf>
      </div>
    </div>
  )
}

/** One of the four faces, for a page or a card. The child is a function so that it runs only when full. */
export function FaceOf({
  isLoading,
  error,
  onRetry,
  empty,
  skeleton,
  children,
}: Faces & { children: () => ReactNode }) {
  if (error) return <ErrorState what={sentence(error)} onRetry={onRetry} />
  if (isLoading) return skeleton ?? <PageSkeleton />
  if (empty) return <EmptyState {...empty} />
  return children()
}

export function PageSkeleton() {
  return (
    <div role="status" aria-label={t('face.loading')} className="flex flex-col gap-4 py-2">
      <div className="grid grid-cols-4 gap-4 narrow:grid-cols-2">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} className="h-24 rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-64 rounded-lg" />
    </div>
  )
}
