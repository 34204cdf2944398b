import { useState } from 'react'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { strategy, type Vision } from '../contract.ts'
import { type Body, compared, linesOf } from '../rules.ts'
import { Compared } from './Compared.tsx'
import { Editor } from './Editor.tsx'
import { PrinciplesField } from './PrinciplesField.tsx'

const blank: Body = { type: 'doc', content: [{ type: 'paragraph' }] }
type VisionEditorProps = { vision: Vision | null; onClose: () => void }

/** Write the next version. Whoever saves second keeps their text, sees the other, and saves again over it. */
export default function VisionEditor({ vision, onClose }: VisionEditorProps) {
  const [draft, setDraft] = useState(() => ({
    title: vision?.title ?? '',
    summary: vision?.summary ?? '',
    body: (vision?.body as Body | undefined) ?? blank,
    principles: vision?.principles ?? [],
    reason: '',
  }))
  const [base, setBase] = useState(vision?.version ?? 0)
  const [failure, setFailure] = useState('')
  const save = useCommand(strategy.saveVision, { isQuiet: true })
  const now = useQuery(strategy.vision, {}).data?.vision ?? null
  const theirs = now && now.version !== base ? now : null
  const set = (more: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...more }))
  const run = async () => {
    setFailure('')
    try {
      const { version } = await save.attempt({ ...draft, base })
      toast(`Version ${version} is saved`)
      onClose()
    } catch (error) {
      setFailure(sentence(error))
    }
  }
  return (
    <div className="flex max-w-180 flex-col gap-4">
      {failure && !theirs && <Notice tone="bad">{failure}</Notice>}
      {theirs && <Theirs theirs={theirs} own={draft.body} onTaken={() => setBase(theirs.version)} />}
      <Field label="Title">
        <Input value={draft.title} onChange={(title) => set({ title })} />
      </Field>
      <Field label="In a sentence" hint="What everybody can repeat, from creator to CMO.">
        <Textarea rows={2} value={draft.summary} onChange={(summary) => set({ summary })} />
      </Field>
      <Editor label="The vision" body={draft.body} onChange={(body) => set({ body })} />
      <PrinciplesField principles={draft.principles} onChange={(principles) => set({ principles })} />
      <Field label="What changed" isOptional>
        <Input value={draft.reason} onChange={(reason) => set({ reason })} />
      </Field>
      <div className="flex gap-2">
        <Button look="primary" isBusy={save.isRunning} disabled={theirs !== null} onClick={() => void run()}>
          Save as a new version
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

type TheirsProps = { theirs: Vision; own: Body; onTaken: () => void }

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
    <Compared lines={compared(linesOf(own), linesOf(theirs.body as Body))} />
  </section>
)
