import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Earliest, intake, type Outlook, type Price } from '../contract.ts'
import { Answered, useSettled } from './Answers.tsx'
import type { Typed } from './AskForm.tsx'
import { PriceParts } from './PriceBefore.tsx'

const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day)

/** What can be said before anybody reads it. */
export function OutlookShown({ typeId, typed }: { typeId: string; typed: Typed }) {
  const title = useSettled(typed.title).slice(0, 200)
  const words = useSettled(typed.purpose).slice(0, 1000)
  const wished = useSettled(typed.wishedOn)
  const asked = useQuery(
    intake.outlook,
    { typeId, title, words, ...(isDay(wished) ? { wishedOn: wished } : {}) },
    { keepsOld: true },
  )
  return (
    <aside
      aria-label="What we can say at once"
      aria-live="polite"
      className="sticky top-4 flex flex-col gap-3"
    >
      {asked.data ? <Said outlook={asked.data} /> : <Skeleton className="h-40" />}
    </aside>
  )
}

const Said = ({ outlook }: { outlook: Outlook }) => (
  <>
    <EarliestShown earliest={outlook.earliest} />
    <PriceShown price={outlook.price} />
    {outlook.answers.length > 0 && (
      <Card title="Answered already?">
        <ul className="flex flex-col gap-2">
          {outlook.answers.map((one) => (
            <Answered key={one.id} {...one} />
          ))}
        </ul>
      </Card>
    )}
    {outlook.similar.length > 0 && <Alike similar={outlook.similar} />}
  </>
)

export const EarliestShown = ({ earliest }: { earliest: Earliest }) => (
  <Card title="Earliest day">
    <div className="flex flex-col gap-2">
      {earliest.p85 && (
        <p className="text-lg font-semibold">
          <Day date={earliest.p85} />
        </p>
      )}
      <p className="text-ink-2">{earliest.words}</p>
      {earliest.sooner && <p className="font-medium">{earliest.sooner.words}</p>}
      <p className="text-sm text-ink-3">{earliest.restsOn}</p>
    </div>
  </Card>
)

export const PriceShown = ({ price }: { price: Price }) => (
  <Card title="Price">
    <div className="flex flex-col gap-2">
      <p className="text-ink-2">{price.words}</p>
      {price.parts && price.parts.length > 1 && <PriceParts parts={price.parts} />}
      {price.points !== null && <p className="text-sm text-ink-3">Rests on {price.restsOn}</p>}
    </div>
  </Card>
)

const inWords = { waiting: 'waits for its turn', active: 'under way', done: 'done' } as const

const Alike = ({ similar }: { similar: Outlook['similar'] }) => (
  <Card title="Similar work">
    <ul className="flex flex-col gap-1.5">
      {similar.map((one) => (
        <li key={one.number}>
          {one.path ? (
            <Link to={one.path} className="text-accent-ink underline">
              W-{one.number} {one.title}
            </Link>
          ) : (
            `Something like it (W-${one.number})`
          )}{' '}
          <span className="text-ink-3">{inWords[one.state]}</span>
        </li>
      ))}
    </ul>
  </Card>
)
