import { ArrowDown, ArrowRight, ArrowUp, CircleHelp } from 'lucide-react'
import type { Out } from '../../../kernel/contract.ts'
import { Figure, FigureRow } from '../../../ui/figure/Figure.tsx'
import { count } from '../../../ui/format/number.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import type { pipeline } from '../contract.ts'
import { putInWords } from './counted.ts'
import { isPutIn, levelOf } from './counted-weeks.ts'
import { useBehind } from './ExplainBehind.tsx'

type Trajectory = Out<typeof pipeline.trajectory>
type ReadOut = Trajectory['readOuts'][number]

const looks = {
  up: { Mark: ArrowUp, colour: 'text-good', word: 'rising' },
  down: { Mark: ArrowDown, colour: 'text-bad', word: 'falling' },
  flat: { Mark: ArrowRight, colour: 'text-ink-2', word: 'steady' },
  unknown: { Mark: CircleHelp, colour: 'text-ink-3', word: 'too little to tell' },
}

/** Level, direction and speed of each stage; a level explains to the entries of the weeks it is the mean of. */
export function ReadOuts({ data }: { data: Trajectory }) {
  const { where } = useWhere()
  const { explain, drawer } = useBehind()
  return (
    <>
      <FigureRow>
        {data.readOuts.map((one) => {
          const counted = levelOf(data, one, where)
          return (
            <Figure
              key={one.stage}
              label={one.name}
              value={one.level === null ? null : Math.round(one.level * 10) / 10}
              unit="number"
              period={`weekly, last ${data.levelOf?.weeks ?? 4} weeks`}
              reason={one.says}
              onExplain={counted && (() => explain(counted))}
            >
              <Heading one={one} />
              {isPutIn(data, one.stage) && <p className="text-sm text-ink-3">{putInWords}</p>}
            </Figure>
          )
        })}
      </FigureRow>
      {drawer}
    </>
  )
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
