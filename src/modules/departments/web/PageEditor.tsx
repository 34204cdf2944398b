import { Suspense, useState } from 'react'
import { useDraft } from '../../../ui/form/useDraft.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import type { Body } from '../../strategy/rules.ts'
import { compared } from '../../strategy/rules.ts'
import { Compared, Editor } from '../../strategy/web/index.ts'
import { type DepartmentPage, departments, type Tie } from '../contract.ts'
import { pageLines, parts } from '../rules.ts'
import { TiesField } from './TiesField.tsx'

const startOf = ({ summary, doing, meaning, needs, ties, version }: DepartmentPage) => ({
  ...{ summary, doing: doing as Body, meaning: meaning as Body, needs: needs as Body },
  ...{ ties: ties as Tie[], reason: '', base: version },
})
type Draft = ReturnType<typeof startOf>

type PageEditorProps = { page: DepartmentPage; onClose: () => void }

/** Write the next version. Whoever saves second keeps their text, sees the other, and saves again over it. */
export default function PageEditor({ page, onClose }: PageEditorProps) {
  const { id } = page
  const kept = useDraft(`department-${id}`, startOf(page), [])
  const draft = kept.draft as Draft
  const [failure, setFailure] = useState('')
  const save = useCommand(departments.save, { isQuiet: true, alsoRefresh: ['trace'] })
  const now = useQuery(departments.show, { id }).data
  const theirs = now && now.version !== draft.base ? now : null
  const leave = () => {
    kept.forget()
    onClose()
  }
  const run = async () => {
    setFailure('')
    try {
      const { version } = await save.attempt({ id, ...draft })
      toast(`Version ${version} is saved`)
      leave()
    } catch (error) {
      setFailure(sentence(error))
    }
  }
  return (
    <div className="flex max-w-180 flex-col gap-4">
      {kept.isRestored && <Notice>What you wrote and had not saved is back. Cancel throws it away.</Notice>}
      {failure && !theirs && <Notice tone="bad">{failure}</Notice>}
      {theirs && <Theirs theirs={theirs} own={draft} onTaken={() => kept.change('base', theirs.version)} />}
      <Field label="In a sentence" hint="What somebody of the department repeats to their colleagues.">
        <Textarea rows={2} value={draft.summary} onChange={(summary) => kept.change('summary', summary)} />
      </Field>
      {parts.map(({ part, title }) => (
        <section key={part} aria-label={title} className="flex flex-col gap-1">
          <span className="font-medium">{title}</span>
          <Suspense>
            <Editor label={title} body={draft[part]} onChange={(body) => kept.change(part, body)} />
          </Suspense>
        </section>
      ))}
      <TiesField ties={draft.ties} onChange={(ties) => kept.change('ties', ties)} />
      <Field label="What changed" isOptional>
        <Input value={draft.reason} onChange={(reason) => kept.change('reason', reason)} />
      </Field>
      <div className="flex gap-2">
        <Button look="primary" isBusy={save.isRunning} disabled={theirs !== null} onClick={() => void run()}>
          Save as a new version
        </Button>
        <Button look="quiet" onClick={leave}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

type TheirsProps = { theirs: DepartmentPage; own: Draft; onTaken: () => void }

/** Somebody saved meanwhile: what theirs says otherwise, to be taken over by hand. */
const Theirs = ({ theirs, own, onTaken }: TheirsProps) => (
  <section
    aria-label="Saved meanwhile"
    className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3"
  >
    <Notice
      tone="warn"
      action={
        <Button small onClick={onTaken}>
          I have taken over what is missing
        </Button>
      }
    >
      {`${theirs.savedBy} saved version ${theirs.version} since you began. Your text is kept below; copy into it what is marked here, and save on top of theirs.`}
    </Notice>
    <Compared lines={compared(pageLines(own), pageLines(theirs))} />
  </section>
)
