import { Link } from '@tanstack/react-router'
import { Day, When } from '../../../ui/format/Values.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Files } from '../../files/web/index.ts'
import type { Displacement, Request } from '../contract.ts'
import { reasonTitle } from '../rules.ts'
import { EarliestShown, PriceShown } from './OutlookShown.tsx'
import { Past } from './Past.tsx'
import { Resembling } from './Resembling.tsx'

/** A request whole, for those who decide on it. */
export const RequestShown = ({ one }: { one: Request }) => (
  <>
    {!one.isComplete && (
      <Notice tone="warn">
        It came by e-mail. Complete it before you accept it: why so quickly, and its impact.
      </Notice>
    )}
    <Said one={one} />
    <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
      <EarliestShown earliest={one.earliest} />
      <PriceShown price={one.price} />
    </div>
    {one.explanation && (
      <Card title={reasonTitle(one.reason ?? '')}>
        <p className="whitespace-pre-line">{one.explanation}</p>
        {one.alternative && (
          <p className="mt-2 text-ink-2">{`Instead: ${one.alternative}${one.isAlternativeTaken ? ' (taken)' : ''}`}</p>
        )}
      </Card>
    )}
    {one.displacements.length > 0 && <Displacements all={one.displacements} />}
    {one.whyNotTriage === null && <Resembling id={one.id} />}
    <Files kind="request" id={one.id} />
    <Past entries={one.entries.map((entry) => ({ ...entry, isHidden: !entry.isShown }))} />
  </>
)

function Said({ one }: { one: Request }) {
  const parts: [string, string][] = [
    ['What is it for?', one.purpose],
    ['Why so quickly?', one.hurry],
    ['What is the impact?', one.impact],
    ...one.questions.map((asked): [string, string] => [asked.label, one.answers[asked.id] ?? '']),
  ]
  return (
    <Card title={`${one.asker}${one.department ? `, ${one.department}` : ''}`} hint={one.type}>
      <dl className="flex flex-col gap-3">
        {parts
          .filter(([, said]) => said !== '')
          .map(([label, said]) => (
            <div key={label}>
              <dt className="text-sm text-ink-3">{label}</dt>
              <dd className="max-w-180 break-words whitespace-pre-line">{said}</dd>
            </div>
          ))}
      </dl>
      <p className="mt-3 text-sm text-ink-3">
        Came in <When at={one.receivedAt} />
        {one.wishedOn && (
          <>
            , wished for <Day date={one.wishedOn} />
          </>
        )}
        {one.email && `, ${one.email}`}
      </p>
    </Card>
  )
}

const answered = {
  ...{ asked: 'is asked', accepted: 'consented', refused: 'refused', dropped: 'is asked no more' },
} as const

const Displacements = ({ all }: { all: Displacement[] }) => (
  <Card title="What it displaces">
    <ul className="flex flex-col gap-2">
      {all.map((one) => (
        <li key={one.id}>
          <Link to={one.itemPath} className="text-accent-ink underline">
            {one.item}
          </Link>{' '}
          until <Day date={one.dueOn} />: {one.owner} {answered[one.state]}
          {one.reason && <span className="text-ink-2">{`. ${one.reason}`}</span>}
        </li>
      ))}
    </ul>
  </Card>
)
