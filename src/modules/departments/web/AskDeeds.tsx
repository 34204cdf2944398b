import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Ask, type AskState, departments } from '../contract.ts'

/** What may be done about an ask, by whom it is read. */
export function AskDeeds({ ask }: { ask: Ask }) {
  const [isDeclining, setDeclining] = useState(false)
  const answer = useCommand(departments.answer)
  const remind = useCommand(departments.remind)
  const { id, version, can, state } = ask
  const become = async (next: AskState, reason = '') => {
    const done = await answer.run({ id, version, state: next, reason })
    setDeclining(false)
    return done
  }
  const nudge = async () => {
    if (await remind.run({ id })) toast(`${ask.page.name} is reminded`)
  }
  const deeds: [isOn: boolean, label: string, look: 'primary' | 'secondary' | 'quiet', run: () => void][] = [
    [
      can.reopen,
      state === 'accepted' ? 'Not accepted yet' : 'Open again',
      'quiet',
      () => void become('asked'),
    ],
    [can.remind, 'Remind', 'quiet', () => void nudge()],
    [can.withdraw, 'Withdraw', 'quiet', () => void become('withdrawn')],
    [can.decline, 'Decline', 'quiet', () => setDeclining(true)],
    [can.finish, 'It is done', state === 'accepted' ? 'primary' : 'secondary', () => void become('done')],
    [can.accept, state === 'done' ? 'Not done yet' : 'Accept', 'primary', () => void become('accepted')],
  ]
  return (
    <>
      {deeds
        .filter(([isOn]) => isOn)
        .map(([, label, look, run]) => (
          <Button key={label} look={look} isBusy={answer.isRunning} onClick={run}>
            {label}
          </Button>
        ))}
      {isDeclining && (
        <ReasonDialog
          title="Decline the ask"
          description="Whoever asked reads why, and can ask something better."
          label="Why"
          verb="Decline"
          most={500}
          isBusy={answer.isRunning}
          onSave={(reason) => void become('declined', reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}
