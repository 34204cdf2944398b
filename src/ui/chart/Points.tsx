import { t } from '../messages/index.ts'
import type { Picked } from './pick.ts'
import { type ChartSpec, isPoint } from './shape.ts'
import { pointWords } from './twin.ts'

type PointsProps = {
  spec: ChartSpec
  onSelect: (picked: Picked) => void
  /** The point in focus, by its place; null when focus has left. */
  onPoint: (index: number | null) => void
}

/** The points of a scatter for the keyboard and for those who hear the page; the one in focus shows its card. */
export function Points({ spec, onSelect, onPoint }: PointsProps) {
  return (
    <ul className="sr-only">
      {spec.categories.map((category, index) =>
        isPoint(spec, index) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: two points may have one name; their place tells them apart
          <li key={index}>
            <button
              type="button"
              onFocus={() => onPoint(index)}
              onBlur={() => onPoint(null)}
              onClick={() => onSelect({ category, series: spec.series[0]?.name ?? '', index })}
            >
              {t('figure.explain', { label: pointWords(spec, index) })}
            </button>
          </li>
        ) : null,
      )}
    </ul>
  )
}
