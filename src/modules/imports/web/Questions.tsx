import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { type Inspected, type Mapping, questionsOf, setAnswer } from './mapping-edit.ts'

type QuestionsProps = {
  columns: Inspected['columns']
  mapping: Mapping
  isBusy: boolean
  onAnswer: (mapping: Mapping) => void
}

/** What only a person can know: each reading of a value that could mean two things. */
export function Questions({ columns, mapping, isBusy, onAnswer }: QuestionsProps) {
  return questionsOf(columns, mapping).map(({ heading, example, options }) => {
    const given = mapping.answers?.[heading]
    return (
      <Notice key={heading} tone={given ? 'good' : 'warn'}>
        <p>
          How is <strong>{example}</strong> in “{heading}” to be read?
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          {options.map(({ answer, label }) => (
            <Button
              key={answer}
              small
              aria-pressed={given === answer}
              look={given === answer ? 'primary' : 'secondary'}
              disabled={isBusy}
              onClick={() => onAnswer(setAnswer(mapping, heading, answer))}
            >
              {label}
            </Button>
          ))}
        </div>
      </Notice>
    )
  })
}
