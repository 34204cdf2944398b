import { When } from '../../../ui/format/Values.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Question } from '../contract.ts'
import { Prose } from './Prose.tsx'

/** The newest answer, or what to do about there being none. */
export function AnswerInForce({ one }: { one: Question }) {
  const [newest] = one.versions
  if (!newest)
    return (
      <Card title="Answer">
        <p className="text-ink-2">
          {one.can.answer
            ? 'Nobody has answered yet. Write it once, publish it, and the next time it is answered at once.'
            : 'Nobody has answered yet. You are told once somebody does, if you asked it.'}
        </p>
      </Card>
    )
  return (
    <Card
      title="Answer"
      hint={
        <>
          {`Version ${newest.version} by ${newest.by}, `}
          <When at={newest.at} />
        </>
      }
    >
      <Prose text={newest.body} />
    </Card>
  )
}
