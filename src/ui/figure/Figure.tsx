import type { ReactNode } from 'react'
import { type Direction, figure, type Unit } from '../format/figure.ts'
import { count } from '../format/number.ts'
import { NotKnown, When } from '../format/Values.tsx'
import type { Instant } from '../format/when.ts'
import { t } from '../messages/index.ts'
import { Skeleton } from '../parts/Faces.tsx'
import { type ExplainRequest, useOrganisation } from '../port/Ports.tsx'
import { Change, TargetGap } from './Change.tsx'
import { Grade, type GradeProps } from './Grade.tsx'
import { useExplain } from './useExplain.tsx'

export type FigureValue = number | null | undefined
export type FigureProps = {
  label: string
  value: FigureValue
  unit: Unit
  currency?: string
  period?: string
  /** Which way is better. */
  better?: Direction
  /** The previous period, or whatever it is held against. */
  reference?: { value: FigureValue; label: string } | null
  target?: { value: number; label?: string } | null
  /** What a ratio is out of: "4,238 of 6,711 decided". */
  outOf?: { part: number; whole: number; of: string }
  freshAt?: Instant | null
  grade?: GradeProps
  /** Why there is no value. */
  reason?: string
  explain?: ExplainRequest
  onExplain?: () => void
  isLoading?: boolean
  children?: ReactNode
}

/** A figure with all that it needs to be believed. The whole tile opens its explanation. */
export function Figure({ label, value, unit, better = 'none', reference, target, ...rest }: FigureProps) {
  const organisation = useOrganisation()
  const currency = rest.currency ?? organisation.currency
  const { open, drawer } = useExplain(rest.explain, rest.onExplain)
  if (rest.isLoading) return <FigureSkeleton />
  const isKnown = typeof value === 'number' && Number.isFinite(value)
  const printed = figure(value, unit, currency)
  return (
    <section className="group relative flex min-w-0 flex-col gap-1 rounded-lg border border-line bg-surface p-4 narrow:p-3 transition-colors duration-[var(--quick)] has-[>.explain:hover]:border-line-strong has-[>.explain:hover]:bg-hover">
      <header className="flex items-center gap-2 text-ink-2">
        <h2 className="min-w-0 flex-1 truncate">{label}</h2>
        {rest.grade && isKnown && <Grade {...rest.grade} />}
      </header>
      <p className="tabular text-[22px]/8 font-semibold tracking-tight">{isKnown ? printed : <NotKnown />}</p>
      {!isKnown && <p className="text-sm text-ink-3">{rest.reason ?? t('figure.naReason')}</p>}
      {rest.outOf && isKnown && <OutOf {...rest.outOf} />}
      {reference && isKnown && (
        <Change value={value} reference={reference} unit={unit} better={better} currency={currency} />
      )}
      {target && isKnown && (
        <TargetGap value={value} target={target} unit={unit} better={better} currency={currency} />
      )}
      {rest.children}
      <Foot period={rest.period} freshAt={rest.freshAt} />
      {open && (
        <button
          type="button"
          onClick={open}
          aria-label={`${t('figure.explain', { label })}: ${printed}`}
          className="explain absolute inset-0 rounded-lg"
        />
      )}
      {drawer}
    </section>
  )
}

const OutOf = ({ part, whole, of }: { part: number; whole: number; of: string }) => (
  <p className="tabular text-sm text-ink-2">{`${t('progress.of', { done: count(part), total: count(whole) })} ${of}`}</p>
)

function Foot({ period, freshAt }: Pick<FigureProps, 'period' | 'freshAt'>) {
  if (!period && !freshAt) return null
  return (
    <footer className="relative z-1 mt-auto flex gap-1 pt-1 text-sm text-ink-3">
      {period && <span className="truncate">{period}</span>}
      {period && freshAt && <span aria-hidden="true">·</span>}
      {freshAt && <When at={freshAt} />}
    </footer>
  )
}

const FigureSkeleton = () => (
  <div
    role="status"
    aria-label={t('face.loading')}
    className="flex flex-col gap-3 rounded-lg border border-line p-4"
  >
    <Skeleton className="h-3 w-1/3" />
    <Skeleton className="h-7 w-1/2" />
    <Skeleton className="h-3 w-2/3" />
  </div>
)

/** Figures side by side, as many as fit. */
export const FigureRow = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-(--gap) narrow:grid-cols-2 narrow:gap-2">
    {children}
  </div>
)

export type InlineFigureProps = Pick<
  FigureProps,
  'label' | 'value' | 'unit' | 'currency' | 'reason' | 'explain' | 'onExplain'
> & {
  /** As it is written here, where that is not how its unit is printed: with a sign, or rounded. */
  printed?: string
}

/** A figure in a sentence or a table cell; a click explains it. */
export function InlineFigure({
  label,
  value,
  unit,
  currency,
  reason,
  explain,
  onExplain,
  printed: written,
}: InlineFigureProps) {
  const organisation = useOrganisation()
  const { open, drawer } = useExplain(explain, onExplain)
  const isKnown = typeof value === 'number' && Number.isFinite(value)
  if (!isKnown) return <NotKnown reason={reason ?? t('figure.naReason')} />
  const printed = written ?? figure(value, unit, currency ?? organisation.currency)
  if (!open) return <span className="tabular">{printed}</span>
  return (
    <>
      <button
        type="button"
        onClick={open}
        aria-label={`${t('figure.explain', { label })}: ${printed}`}
        className="tabular rounded-sm hover:text-accent-ink hover:underline"
      >
        {printed}
      </button>
      {drawer}
    </>
  )
}
