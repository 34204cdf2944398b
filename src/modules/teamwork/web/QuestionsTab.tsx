import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Versions } from '../../../ui/list/Versions.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Occasion, teamwork, words } from '../contract.ts'

type Set = { occasion: Occasion; title: string; questions: string[] }

/** Questions to ask before telling, by occasion, in an organisation’s own words. */
export function QuestionsTab() {
  const asked = useQuery(teamwork.prompts, {})
  const [edited, edit] = useState<(Set & { version: number }) | null>(null)
  const all = asked.data
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() =>
        all && (
          <>
            <div className="grid grid-cols-2 items-start gap-(--gap) max-[900px]:grid-cols-1">
              {all.sets.map((one) => (
                <QuestionCard
                  key={one.occasion}
                  of={one}
                  {...(all.can.change ? { onEdit: () => edit({ ...one, version: all.version }) } : {})}
                />
              ))}
            </div>
            {all.versions.length > 1 && (
              <Card title="Versions">
                <Versions versions={all.versions} inWords={(one) => `${one.questions} questions`} />
              </Card>
            )}
            {edited && <QuestionsForm of={edited} onClose={() => edit(null)} />}
          </>
        )
      }
    </FaceOf>
  )
}

const QuestionCard = ({ of, onEdit }: { of: Set; onEdit?: () => void }) => (
  <Card
    title={of.title}
    actions={
      onEdit && (
        <Button small look="quiet" aria-label={`Change the questions: ${of.title}`} onClick={onEdit}>
          Change
        </Button>
      )
    }
  >
    <ul className="flex list-disc flex-col gap-1 pl-5">
      {of.questions.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </Card>
)

const Draft = z.object({ questions: z.string(), reason: words(300) })

function QuestionsForm({ of, onClose }: { of: Set & { version: number }; onClose: () => void }) {
  const save = useCommand(teamwork.changePrompts, { isQuiet: true })
  return (
    <FormDialog
      title={`Questions: ${of.title}`}
      description="Open ones, which begin with what, how, who or where."
      onClose={onClose}
      id={`questions-${of.occasion}-${of.version}`}
      schema={Draft}
      initial={{ questions: of.questions.join('\n'), reason: '' }}
      fields={[
        { name: 'questions', label: 'One a line', kind: 'textarea', autoFocus: true },
        { name: 'reason', label: 'Why you change them' },
      ]}
      onSave={({ questions, reason }) =>
        save.attempt({
          ...{ occasion: of.occasion, version: of.version, reason },
          questions: questions
            .split('\n')
            .map((one) => one.trim())
            .filter(Boolean),
        })
      }
    />
  )
}
