import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type QuestionSet, questionnaire } from '../contract.ts'
import { groups } from '../rules.ts'
import { QuestionsForm } from './QuestionsForm.tsx'

/** What is asked, and how it was asked before. */
export function Questions({ onClose }: { onClose: () => void }) {
  const asked = useQuery(questionnaire.questions, {})
  const [isChanging, setChanging] = useState(false)
  const mayManage = useCan()('questionnaires:manage')
  const { data } = asked
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title="The questions"
      description="A change counts from the next questionnaire on; those already asked keep theirs."
      actions={
        mayManage && data && !isChanging && <Button onClick={() => setChanging(true)}>Change them</Button>
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() =>
          data &&
          (isChanging ? (
            <QuestionsForm current={data.current} onClose={() => setChanging(false)} />
          ) : (
            <Shown current={data.current} versions={data.versions} mayManage={mayManage} />
          ))
        }
      </FaceOf>
    </Dialog>
  )
}

type ShownProps = { current: QuestionSet; versions: QuestionSet[]; mayManage: boolean }

function Shown({ current, versions, mayManage }: ShownProps) {
  const change = useCommand(questionnaire.changeQuestions)
  const putBack = (one: QuestionSet) =>
    void change.run({
      ...{ version: current.version, questions: one.questions },
      reason: `As version ${one.version} was`,
    })
  return (
    <div className="flex flex-col gap-5">
      {groups.map(({ group, title }) => {
        const items = current.questions.filter((one) => one.group === group)
        return (
          items.length > 0 && (
            <section key={group} aria-label={title} className="flex flex-col gap-2">
              <h3 className="font-semibold">{title}</h3>
              {items.map((one) => (
                <p key={one.id} className="flex flex-col">
                  {one.text}
                  <span className="text-sm text-ink-3">{one.hint}</span>
                </p>
              ))}
            </section>
          )
        )
      })}
      <section aria-label="Versions" className="flex flex-col gap-2 border-t border-line pt-3">
        {versions.map((one) => (
          <span key={one.version} className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            {`Version ${one.version}: ${one.reason}`}
            {one.by}
            {one.changedAt && <When at={one.changedAt} />}
            {one.version === current.version ? (
              <Badge>In force</Badge>
            ) : (
              mayManage && (
                <Button
                  small
                  look="quiet"
                  aria-label={`Put version ${one.version} back`}
                  isBusy={change.isRunning}
                  onClick={() => putBack(one)}
                >
                  Put back
                </Button>
              )
            )}
          </span>
        ))}
      </section>
    </div>
  )
}
