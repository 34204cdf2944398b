import { cx } from '../classes.ts'
import { t } from '../messages/index.ts'
import { Tooltip } from '../parts/Tooltip.tsx'

export type GradeProps = { grade: 'A' | 'B' | 'C' | 'D'; why?: string }

const looks = {
  A: 'bg-good-soft text-good',
  B: 'bg-info-soft text-info',
  C: 'bg-warn-soft text-warn',
  D: 'bg-bad-soft text-bad',
}

/** How far the figure can be trusted; the letter carries the meaning. */
export function Grade({ grade, why }: GradeProps) {
  const words = t('figure.confidence', { grade })
  return (
    <Tooltip text={why ? `${words}: ${why}` : words}>
      <span
        role="img"
        aria-label={why ? `${words}: ${why}` : words}
        className={cx(
          'relative z-1 inline-flex size-4 items-center justify-center rounded-sm text-xs font-semibold',
          looks[grade],
        )}
      >
        {grade}
      </span>
    </Tooltip>
  )
}
