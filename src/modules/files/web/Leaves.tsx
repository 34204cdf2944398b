import { lazy, type ReactNode, Suspense } from 'react'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { bytesAt } from './addresses.ts'

const Pages = lazy(() => import('./Pages.tsx'))

type LeavesProps = {
  file: { id: string; version: number; name: string; look: 'image' | 'pdf' | 'other' }
  /** What lies over a page, counted from 1; it fills the page. */
  over?: (page: number) => ReactNode
}

/** The pages of an image or a PDF, one under the other, with room to lay something over each. */
export function Leaves({ file, over }: LeavesProps) {
  if (file.look === 'image')
    return (
      <div className="relative">
        <img src={bytesAt(file)} alt={file.name} className="w-full rounded border border-line" />
        {over?.(1)}
      </div>
    )
  return (
    <Suspense fallback={<Skeleton className="h-100" />}>
      <Pages key={bytesAt(file)} url={bytesAt(file)} name={file.name} {...(over ? { over } : {})} />
    </Suspense>
  )
}
