import { ChevronLeft, ChevronRight } from 'lucide-react'
import { count } from '../format/number.ts'
import { t } from '../messages/index.ts'
import { IconButton } from '../parts/Button.tsx'

export type PagerProps = { offset: number; size: number; total: number; onPage: (page: number) => void }

/** "51 – 100 of 8,000" with the neighbours; pages count from 1. */
export function Pager({ offset, size, total, onPage }: PagerProps) {
  if (total <= size) return null
  const page = Math.floor(offset / size) + 1
  return (
    <nav aria-label={t('pager.label')} className="flex items-center justify-end gap-1">
      <span className="tabular text-sm text-ink-3">
        {t('pager.of', {
          from: count(offset + 1),
          to: count(Math.min(total, offset + size)),
          total: count(total),
        })}
      </span>
      <IconButton small label={t('pager.before')} disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <ChevronLeft size={16} />
      </IconButton>
      <IconButton
        small
        label={t('pager.after')}
        disabled={offset + size >= total}
        onClick={() => onPage(page + 1)}
      >
        <ChevronRight size={16} />
      </IconButton>
    </nav>
  )
}
