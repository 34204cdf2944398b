import { useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Day } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { questionnaire } from '../contract.ts'
import { groups } from '../rules.ts'
import { AnswerField } from './AnswerField.tsx'
import { AnswerShown } from './AnswerShown.tsx'

type Shown = Out<typeof questionnaire.show>

export default function QuestionnairePage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(questionnaire.show, { id })
  const round = asked.data
  const { isWaiting, onWaiting } = useWaiting()
  return (
    <Page
      isNarrow
      title={round ? `${round.client}, ${round.quarter.label}` : 'Questionnaire'}
      crumbs={[{ title: 'Questionnaires', path: '/questionnaires' }]}
      description={
        round && (
          <span className="flex flex-wrap items-center gap-2">
            {round.submittedAt ? (
              <Badge tone="good">Submitted</Badge>
            ) : (
              <Badge tone={round.isLate ? 'bad' : 'warn'}>{round.isLate ? 'Late' : 'Open'}</Badge>
            )}
            <span>
              {`${round.person.name} answers by `}
              <Day date={round.dueOn} />
              {`; ${round.answered} of ${round.questions} questions are answered.`}
              {isWaiting && ' Your last words are not kept yet.'}
            </span>
          </span>
        )
      }
      actions={round && <Deeds round={round} isWaiting={isWaiting} />}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() => round && <Items key={round.id} round={round} onWaiting={onWaiting} />}
    </Page>
  )
}

/** Whether words stand in any of the fields that are not kept yet: nothing is submitted without them. */
function useWaiting() {
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const onWaiting = useCallback((question: string, isWaiting: boolean) => {
    setWaiting((old) => {
      if (old.includes(question) === isWaiting) return old
      return isWaiting ? [...old, question] : old.filter((one) => one !== question)
    })
  }, [])
  return { isWaiting: waiting.length > 0, onWaiting }
}

type ItemsProps = { round: Shown; onWaiting: (question: string, isWaiting: boolean) => void }

const Items = ({ round, onWaiting }: ItemsProps) => (
  <>
    {groups.map(({ group, title }) => {
      const items = round.items.filter((one) => one.group === group)
      if (items.length === 0) return null
      return (
        <section key={group} aria-label={title} className="flex flex-col gap-5">
          <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
          {items.map((one) =>
            round.can.answer ? (
              <AnswerField
                key={one.id}
                id={round.id}
                item={one}
                previous={round.previous}
                onWaiting={onWaiting}
              />
            ) : (
              <AnswerShown key={one.id} round={round} item={one} />
            ),
          )}
        </section>
      )
    })}
  </>
)

function Deeds({ round, isWaiting }: { round: Shown; isWaiting: boolean }) {
  const { id, can, person, submittedAt } = round
  const submit = useCommand(questionnaire.submit)
  const reopen = useCommand(questionnaire.reopen)
  const remind = useCommand(questionnaire.remind)
  const send = async () => {
    if (await submit.run({ id })) toast('The answers are submitted', { undo: () => void reopen.run({ id }) })
  }
  const nudge = async () => {
    if (await remind.run({ id })) toast(`${person.name} is reminded`)
  }
  return (
    <>
      {can.manage && !submittedAt && (
        <Button look="quiet" isBusy={remind.isRunning} onClick={() => void nudge()}>
          Remind
        </Button>
      )}
      {can.reopen && (
        <Button isBusy={reopen.isRunning} onClick={() => void reopen.run({ id })}>
          Take back to write on
        </Button>
      )}
      {can.answer && (
        <Button
          look="primary"
          disabled={!can.submit || isWaiting}
          isBusy={submit.isRunning}
          onClick={() => void send()}
        >
          Submit
        </Button>
      )}
    </>
  )
}
