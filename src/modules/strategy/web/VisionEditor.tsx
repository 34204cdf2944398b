import { useState } from 'react'
import { useDraft } from '../../../ui/form/useDraft.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { strategy, type Vision } from '../contract.ts'
import { type Body, compared, wholeLines } from '../rules.ts'
import { Compared } from './Compared.tsx'
import { Editor } from './Editor.tsx'
import { PrinciplesField } from './PrinciplesField.tsx'

const blank: Body = { type: 'doc', content: [{ type: 'paragraph' }] }

/** What the editor begins with; `base` is the version it was begun on. */
const startOf = (vision: Vision | null) => ({
  title: vision?.title ?? '',
  summary: vision?.summary ?? '',
  body: (vision?.body as Body | undefined) ?? blank,
  principles: vision?.principles ?? [],
  reason: '',
  base: vision?.version ?? 0,
})

type VisionEditorProps = { vision: Vision | null; onClose: () => void }

/** Write the next version. Whoever saves second keeps their text, sees the other, and saves again over it. */
export default function VisionEditor({ vision, onClose }: VisionEditorProps) {
  const kept = useDraft('vision', startOf(vision), [])
  const { base, ...draft } = kept.draft as ReturnType<typeof startOf>
  const [failure, setFailure] = useState('')
  const save = useCommand(strategy.saveVision, { isQuiet: true })
  const now = useQuery(strategy.vision, {}).data?.vision ?? null
  const theirs = now && now.version !== base ? now : null
  const set = (more: Partial<typeof draft> & { base?: number }) => {
    for (const [name, value] of Object.entries(more)) kept.change(name, value)
  }
  const leave = () => {
    kept.forget()
    onClose()
  }
  const run = async () => {
    setFailure('')
    try {
      const { version } = await save.attempt({ ...draft, base })
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
      {theirs && <Theirs theirs={theirs} own={draft} onTaken={() => set({ base: theirs.version })} />}
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
        <Button look="quiet" onClick={leave}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

type TheirsProps = { theirs: Vision; own: Parameters<typeof wholeLines>[0]; onTaken: () => void }

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
    <Compared lines={compared(wholeLines(own), wholeLines({ ...theirs, body: theirs.body as Body }))} />
  </section>
)
