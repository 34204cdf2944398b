import { useEffect } from 'react'
import { t } from '../messages/index.ts'
import { Button } from '../parts/Button.tsx'
import { Spinner } from '../parts/Spinner.tsx'
import { sentence } from '../query.ts'
import type { Paging } from './List.tsx'

/** Fetches the next page shortly before its rows come into sight. */
export function MoreRows({ paging, isNear }: { paging: Paging; isNear: boolean }) {
  const { hasMore, isLoadingMore, loadMore, error } = paging
  const isDue = isNear && hasMore && !isLoadingMore && !error
  useEffect(() => {
    if (isDue) loadMore()
  }, [isDue, loadMore])

  if (error) {
    return (
      <div role="alert" className="sticky left-0 flex items-center gap-3 px-(--gutter) py-3 text-bad">
        {t('list.moreFailed')} {sentence(error)}
        <Button small onClick={() => loadMore()}>
          {t('face.again')}
        </Button>
      </div>
    )
  }
  if (!isLoadingMore) return null
  return (
    <div role="status" className="sticky left-0 flex items-center gap-2 px-(--gutter) py-3 text-ink-3">
      <Spinner /> {t('list.loadingMore')}
    </div>
  )
}
