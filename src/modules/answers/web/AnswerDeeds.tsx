import { useState } from 'react'
import { addMonths } from '../../../methods/days.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { answers, type Question } from '../contract.ts'
import { AskedAgain } from './AskedAgain.tsx'

const monthsToNextLook = 6

/** What may be done about a question. */
export function AnswerDeeds({ one, onWrite }: { one: Question; onWrite: () => void }) {
  const [isNoting, setNoting] = useState(false)
  const { id, version } = one
  const mayPublish = one.can.answer && one.whyNotPublish === null
  const { publish, isBusy } = usePublication(one)
  const again = () => setNoting(true)
  useKeys({ '+': again, p: () => mayPublish && publish(true) })
  return (
    <>
      <Button look="quiet" onClick={again}>
        Asked again
      </Button>
      {one.can.answer && one.isDue && <StillRight id={id} version={version} before={one.reviewOn} />}
      {one.can.answer && one.publishedVersion !== null && (
        <Button look="quiet" isBusy={isBusy} onClick={() => publish(false)}>
          Withdraw
        </Button>
      )}
      {one.can.answer && version === 0 && (
        <Button look="primary" onClick={onWrite}>
          Answer it
        </Button>
      )}
      {mayPublish && (
        <Button look="primary" isBusy={isBusy} onClick={() => publish(true)}>
          Publish
        </Button>
      )}
      {isNoting && <AskedAgain one={one} onClose={() => setNoting(false)} />}
    </>
  )
}

function usePublication({ id, version, publishedVersion, audience }: Question) {
  const command = useCommand(answers.publish)
  const set = (isPublished: boolean) => command.run({ id, version, isPublished })
  const publish = async (isPublished: boolean) => {
    if (!(await set(isPublished))) return
    const to = audience === 'everybody' ? 'to everybody' : 'to those who sign in'
    const canUndo = isPublished ? publishedVersion === null : publishedVersion === version
    toast(isPublished ? `Published ${to}` : 'Taken from the page of answers', {
      ...(canUndo ? { undo: () => void set(!isPublished) } : {}),
    })
  }
  return { publish: (isPublished: boolean) => void publish(isPublished), isBusy: command.isRunning }
}

type StillRightProps = { id: string; version: number; before: string | null }

function StillRight({ id, version }: StillRightProps) {
  const review = useCommand(answers.review)
  const today = new Date().toISOString().slice(0, 10)
  const reviewOn = addMonths(today, monthsToNextLook)
  const say = async () => {
    if (await review.run({ id, version, reviewOn })) toast('Still right; to be looked at again in six months')
  }
  return (
    <Button isBusy={review.isRunning} onClick={() => void say()}>
      Still right
    </Button>
  )
}
