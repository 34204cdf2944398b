import { Link } from '@tanstack/react-router'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { figure as figureWords } from '../../../ui/format/figure.ts'
import { percent } from '../../../ui/format/number.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { CourseBadge } from '../../strategy/web/index.ts'
import type { DepartmentPage, Tied } from '../contract.ts'

/** What the page does for the business, with the figures as they stand now. */
export const Ties = ({ page }: { page: DepartmentPage }) => (
  <Card title="What it is tied to" hint="Goals and KPI agreements, as they stand now.">
    <div className="flex flex-col gap-3">
      {page.lacks && <Notice tone="warn">{page.lacks}</Notice>}
      {page.tied.map((one) => (
        <TieRow key={one.id} one={one} />
      ))}
    </div>
  </Card>
)

/** One of them; without a path where the reader has no session to follow it with. */
export function TieRow({ one }: { one: Omit<Tied, 'id' | 'path'> & { path?: string | null } }) {
  const { name, path, course, figure, share, says } = one
  return (
    <div className="flex flex-col gap-1 border-b border-line pb-3 last:border-0 last:pb-0">
      <span className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-ink-3">{one.kind === 'goal' ? 'Goal' : 'KPI agreement'}</span>
        {course && <CourseBadge course={course} />}
      </span>
      {path ? (
        <Link to={path} className="font-medium text-accent-ink hover:underline">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name ?? 'One you may not see'}</span>
      )}
      {figure && (
        <span className="flex flex-wrap items-baseline gap-x-1 text-ink-2">
          <InlineFigure
            label={name ?? ''}
            value={figure.value}
            unit={figure.unit}
            {...(figure.currency ? { currency: figure.currency } : {})}
            reason={says}
            {...(figure.explain ? { explain: figure.explain } : {})}
          />
          {` of ${figureWords(figure.target, figure.unit, figure.currency ?? undefined)}`}
        </span>
      )}
      {!figure && share !== null && (
        <span className="tabular text-ink-2">{`${percent(share)} of the way`}</span>
      )}
      <span className="text-sm text-ink-3">{says}</span>
    </div>
  )
}
