import { ArrowDown, ArrowRight, ArrowUp, CircleHelp } from 'lucide-react'
import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { count } from '../../../ui/format/number.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { pipeline } from '../contract.ts'
import { metricOf } from './metric-of.ts'

type Trajectory = Out<typeof pipeline.trajectory>
type ReadOut = Trajectory['readOuts'][number]

const looks = {
  up: { Mark: ArrowUp, colour: 'text-good', word: 'rising' },
  down: { Mark: ArrowDown, colour: 'text-bad', word: 'falling' },
  flat: { Mark: ArrowRight, colour: 'text-ink-2', word: 'steady' },
  unknown: { Mark: CircleHelp, colour: 'text-ink-3', word: 'too little to tell' },
}

/** Level, direction and speed of each stage. */
export function ReadOuts({ data }: { data: Trajectory }) {
  const { where } = useWhere()
  const span = { from: data.weeks[0]?.from, to: data.weeks.at(-1)?.to }
  return (
    <FigureRow>
      {data.readOuts.map((one) => (
        <Figure
          key={one.stage}
          label={one.name}
          value={one.level === null ? null : Math.round(one.level * 10) / 10}
          unit="number"
          period="weekly, last 4 weeks"
          reason={one.says}
          explain={explainOf(one.stage, span, where)}
        >
          <Heading one={one} />
        </Figure>
      ))}
    </FigureRow>
  )
}

function explainOf(stage: string, span: object, where: unknown[]) {
  const metric = metricOf(stage)
  return metric ? { metric, ...span, where } : undefined
}

function Heading({ one }: { one: ReadOut }) {
  const { Mark, colour, word } = looks[one.direction]
  const speed =
    one.speed === null || one.direction === 'flat'
      ? ''
      : ` by ${count(Math.round(Math.abs(one.speed) * 10) / 10)} a week`
  return (
    <p className={`flex items-center gap-1 text-sm font-medium ${colour}`}>
      <Mark size={12} aria-hidden="true" />
      {`${word}${speed}`}
    </p>
  )
}
