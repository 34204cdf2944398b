import { useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Followed, intake } from '../contract.ts'
import { HandIn } from './HandIn.tsx'

type DeedsProps = { one: Followed; token: string }

/** What whoever asked can do with a request as it stands. */
export const AskedDeeds = ({ one, token }: DeedsProps) => (
  <>
    {one.can.reply && <Reply key={one.entries.length} one={one} token={token} />}
    <div className="flex flex-wrap gap-2">
      {one.can.takeAlternative && <Alternative one={one} token={token} />}
      {one.can.appeal && <Appeal token={token} />}
      {one.can.withdraw && <Withdraw token={token} />}
    </div>
    {one.can.addFiles && <MoreFiles token={token} />}
  </>
)

function Reply({ one, token }: DeedsProps) {
  const [words, setWords] = useState('')
  const reply = useCommand(intake.reply)
  const isAsked = one.state === 'asked'
  const question = one.entries.findLast((entry) => entry.kind === 'asked-back')?.words
  return (
    <Card title={isAsked ? 'We have a question' : 'Anything to add?'}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void reply.run({ token, words })
        }}
      >
        {isAsked && <p className="whitespace-pre-line font-medium">{question}</p>}
        <Field label={isAsked ? 'Your answer' : 'Your words'}>
          <Textarea value={words} onChange={setWords} rows={3} maxLength={5000} />
        </Field>
        <div>
          <Button
            type="submit"
            look={isAsked ? 'primary' : 'secondary'}
            isBusy={reply.isRunning}
            disabled={words.trim() === ''}
          >
            Send
          </Button>
        </div>
      </form>
    </Card>
  )
}

function Alternative({ one, token }: DeedsProps) {
  const take = useCommand(intake.takeAlternative)
  return (
    <Button
      look={one.isAlternativeTaken ? 'secondary' : 'primary'}
      isBusy={take.isRunning}
      onClick={() => void take.run({ token, isTaken: !one.isAlternativeTaken })}
    >
      {one.isAlternativeTaken ? 'The alternative does not help after all' : 'The alternative helps'}
    </Button>
  )
}

function Appeal({ token }: { token: string }) {
  const [isOpen, setOpen] = useState(false)
  const appeal = useCommand(intake.appeal)
  const save = async (words: string) => {
    if (await appeal.run({ token, words })) setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask for another look</Button>
      {isOpen && (
        <ReasonDialog
          title="Ask for another look"
          description="Once. Say what we did not know when we decided."
          label="What should we know?"
          verb="Send"
          most={5000}
          isBusy={appeal.isRunning}
          onSave={(words) => void save(words)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function Withdraw({ token }: { token: string }) {
  const [isOpen, setOpen] = useState(false)
  const withdraw = useCommand(intake.withdraw)
  const save = async (words: string) => {
    if (await withdraw.run({ token, words })) setOpen(false)
  }
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        Withdraw it
      </Button>
      {isOpen && (
        <ReasonDialog
          title="Withdraw the request"
          description="Nobody works on it then. To ask again, file it anew."
          label="Why is it not needed any more?"
          verb="Withdraw"
          most={1000}
          isBusy={withdraw.isRunning}
          onSave={(words) => void save(words)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

function MoreFiles({ token }: { token: string }) {
  const [filesKey, setFilesKey] = useState<string | null>(null)
  const add = useCommand(intake.addFiles)
  const save = async () => {
    if (!filesKey || !(await add.run({ token, filesKey }))) return
    setFilesKey(null)
    toast('The files hang on your request now.')
  }
  return (
    <div className="flex flex-wrap items-start gap-2">
      <HandIn filesKey={filesKey} onKey={setFilesKey} />
      {filesKey && (
        <Button look="primary" isBusy={add.isRunning} onClick={() => void save()}>
          Send the files
        </Button>
      )}
    </div>
  )
}
