import type { Out } from '../../../kernel/contract.ts'
import { Part } from '../../../ui/figure/ExplainDrawer.tsx'
import { Grade } from '../../../ui/figure/Grade.tsx'
import type { metrics } from '../contract.ts'

type Confidence = NonNullable<Out<typeof metrics.explain>['confidence']>

/** What a figure’s grade rests on, each with what would raise it. */
export default function Trust({ confidence }: { confidence: Confidence }) {
  return (
    <Part title={`Confidence ${confidence.grade}: as good as its weakest part`}>
      <ul className="flex flex-col gap-2">
        {confidence.signals.map(({ name, grade, says, raise }) => (
          <li key={name} className="flex items-start gap-2">
            <Grade grade={grade} />
            <span>
              {says}
              {raise && <span className="block text-ink-2">{`To raise it: ${raise}`}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
