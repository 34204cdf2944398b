import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { FeedbackTerms, teamwork } from '../contract.ts'
import { traitHint } from '../rules.ts'
import { hinted } from './Hinted.tsx'
import { useMyId, usePeople } from './people.ts'

/** Situation, behaviour, effect, and what next; there is no field for what somebody is. */
export function FeedbackForm({ onClose }: { onClose: () => void }) {
  const give = useCommand(teamwork.giveFeedback, { isQuiet: true })
  const takeBack = useCommand(teamwork.takeFeedbackBack)
  const me = useMyId()
  const { options } = usePeople()
  return (
    <FormDialog
      title="Give feedback"
      description="Only the two of you read it."
      onClose={onClose}
      id="feedback-new"
      schema={FeedbackTerms}
      initial={{ about: 'behaviour' }}
      fields={[
        {
          ...{ name: 'toId', label: 'To', kind: 'combobox', autoFocus: true },
          options: options.filter((one) => one.value !== me),
        },
        { name: 'happenedOn', label: 'When it happened', kind: 'date' },
        {
          ...{ name: 'about', label: 'About', kind: 'select' },
          options: [
            { value: 'behaviour', label: 'What they did' },
            { value: 'outcome', label: 'What came of it' },
          ],
        },
        { name: 'situation', label: 'The situation', ...hinted(traitHint) },
        { name: 'behaviour', label: 'What they did', ...hinted(traitHint) },
        { name: 'effect', label: 'What came of it, for you or for others', ...hinted(traitHint) },
        { name: 'next', label: 'What next: keep it up, or try what', ...hinted(traitHint) },
      ]}
      saveLabel="Give it"
      onSave={(said) => give.attempt(said)}
      onSaved={({ id }) => void toast('Given', { undo: () => void takeBack.run({ id }) })}
    />
  )
}
