import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import { cx } from '../classes.ts'
import { change, type Direction, figure, type Unit, verdict } from '../format/figure.ts'
import { t } from '../messages/index.ts'

const colours = { good: 'text-good', bad: 'text-bad', same: 'text-ink-2', none: 'text-ink-2' }
const wordOf = { good: 'figure.good', bad: 'figure.bad', same: 'figure.same', none: null } as const

type Shared = { value: number; unit: Unit; better: Direction; currency: string }
type ChangeProps = Shared & { reference: { value: number | null | undefined; label: string } }

/** The arrow says up or down, the word and the colour say better or worse. */
export function Change({ value, reference, unit, better, currency }: ChangeProps) {
  const moved = change(value, reference.value, unit)
  const against = t('figure.versus', { label: reference.label })
  if (!moved) {
    const was = t('figure.was', { value: figure(reference.value, unit, currency) })
    return <p className="tabular text-sm text-ink-3">{`${was} · ${against}`}</p>
  }
  const judged = verdict(moved.rise, better)
  const word = wordOf[judged]
  const Arrow = moved.rise > 0 ? ArrowUp : moved.rise < 0 ? ArrowDown : ArrowRight
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-sm text-ink-3">
      <span className={cx('tabular inline-flex items-center gap-0.5 font-medium', colours[judged])}>
        <Arrow size={12} aria-hidden="true" />
        {moved.text}
      </span>
      {word && <span className={colours[judged]}>{t(word)}</span>}
      <span>{against}</span>
    </p>
  )
}

/** A bar towards the target, with the target in figures. */
export function TargetGap({
  value,
  target,
  unit,
  better,
  currency,
}: Shared & { target: { value: number; label?: string } }) {
  const share = target.value === 0 ? null : value / target.value
  const isMet = better === 'down' ? value <= target.value : value >= target.value
  return (
    <div className="flex items-center gap-2 text-sm text-ink-3">
      {share !== null && better !== 'down' && (
        <span className="h-1 w-16 overflow-hidden rounded-full bg-press" aria-hidden="true">
          <span
            className={cx('block h-full rounded-full', isMet ? 'bg-good' : 'bg-accent')}
            style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
          />
        </span>
      )}
      <span className="tabular truncate">
        {target.label ?? t('figure.target', { value: figure(target.value, unit, currency) })}
      </span>
    </div>
  )
}
