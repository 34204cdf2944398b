import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { type Question, type QuestionSet, questionnaire } from '../contract.ts'
import { groups } from '../rules.ts'

type QuestionsFormProps = { current: QuestionSet; onClose: () => void }

/** Put the questions in other words, take some out, add some; answers keep to a question by its id. */
export function QuestionsForm({ current, onClose }: QuestionsFormProps) {
  const { opened, open, newer } = useOpened(current)
  const [questions, setQuestions] = useState(opened.questions)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState('')
  const change = useCommand(questionnaire.changeQuestions, { isQuiet: true })
  const set = (id: string, more: Partial<Question>) =>
    setQuestions(questions.map((one) => (one.id === id ? { ...one, ...more } : one)))
  const save = async () => {
    try {
      await change.attempt({ version: opened.version, questions, reason })
      onClose()
    } catch (error) {
      setFailure(sentence(error))
    }
  }
  const load = (set: QuestionSet) => {
    open(set)
    setQuestions(set.questions)
  }
  return (
    <div className="flex flex-col gap-4">
      {newer && <Meanwhile by={newer.by} what="the questions" onLoad={() => load(newer)} />}
      {questions.map((one) => (
        <Row
          key={one.id}
          question={one}
          onChange={(more) => set(one.id, more)}
          onRemove={() => setQuestions(questions.filter((other) => other.id !== one.id))}
        />
      ))}
      <Button
        small
        className="self-start"
        icon={<Plus size={14} />}
        onClick={() => setQuestions([...questions, added(questions)])}
      >
        Add a question
      </Button>
      <Field label="Why they change">
        <Input value={reason} onChange={setReason} maxLength={300} />
      </Field>
      {failure && <Notice tone="bad">{failure}</Notice>}
      <div className="flex gap-2">
        <Button
          look="primary"
          isBusy={change.isRunning}
          disabled={reason.trim().length < 3}
          onClick={() => void save()}
        >
          Save
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

function added(questions: Question[]): Question {
  const taken = new Set(questions.map((one) => one.id))
  let n = questions.length + 1
  while (taken.has(`question-${n}`)) n += 1
  return { id: `question-${n}`, group: 'success', text: '', hint: '' }
}

type RowProps = { question: Question; onChange: (more: Partial<Question>) => void; onRemove: () => void }

const Row = ({ question, onChange, onRemove }: RowProps) => (
  <div className="flex flex-col gap-2 border-b border-line pb-4">
    <div className="flex items-center gap-2">
      <Select
        small
        label="Group"
        value={question.group}
        options={groups.map(({ group, title }) => ({ value: group, label: title }))}
        onChange={(group) => onChange({ group })}
      />
      <span className="flex-1" />
      <IconButton small label={`Take out: ${question.text || 'the new question'}`} onClick={onRemove}>
        <Trash2 size={14} />
      </IconButton>
    </div>
    <Field label="Question" isLabelHidden>
      <Textarea rows={2} value={question.text} maxLength={300} onChange={(text) => onChange({ text })} />
    </Field>
    <Field label="Hint" isLabelHidden>
      <Input
        value={question.hint}
        maxLength={300}
        placeholder="Hint"
        onChange={(hint) => onChange({ hint })}
      />
    </Field>
  </div>
)
