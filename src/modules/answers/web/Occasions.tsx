import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import type { Occasion, Question } from '../contract.ts'
import { answers } from '../contract.ts'
import { channelTitle } from '../rules.ts'

/** Each time it was asked: by whom, how, in which words and why. */
export const Occasions = ({ one }: { one: Question }) => (
  <Card title="Each time it was asked" hint="The latest first, in the words it was asked in.">
    {one.occasions.length === 0 ? (
      <p className="text-ink-2">Nobody is noted to have asked it.</p>
    ) : (
      <ul className="flex flex-col divide-y divide-line">
        {one.occasions.map((said) => (
          <Asked key={said.id} said={said} />
        ))}
      </ul>
    )}
  </Card>
)

function Asked({ said }: { said: Occasion }) {
  const takeBack = useCommand(answers.takeBack)
  const putBack = useCommand(answers.putBack)
  const take = async () => {
    if (await takeBack.run({ id: said.id }))
      toast('It is not counted any more', { undo: () => void putBack.run({ id: said.id }) })
  }
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2.5 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="break-words">{said.words}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
          <span>{said.askedBy}</span>
          <Day date={said.askedOn} />
          <span>{channelTitle(said.channel).toLowerCase()}</span>
          {said.cause && <span>{`because of: ${said.cause}`}</span>}
          {said.about && (
            <Link to={said.about.path} className="text-accent-ink underline">
              {said.about.name}
            </Link>
          )}
          {said.isHelped && <Badge tone="good">Answered at once</Badge>}
        </p>
      </div>
      {said.can.takeBack && (
        <Button small look="quiet" isBusy={takeBack.isRunning} onClick={() => void take()}>
          Take back
        </Button>
      )}
    </li>
  )
}
