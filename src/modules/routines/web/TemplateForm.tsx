import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import {
  type Assign,
  type Definition,
  type Definition as Known,
  routines,
  type Template,
} from '../contract.ts'
import type { PartDraft } from './PartsEditor.tsx'
import { useTemplateFields } from './template-fields.tsx'

const Draft = z.object({
  name: z.string('needs a name'),
  boardId: z.string('is chosen'),
  title: z.string('needs words'),
  words: z.string().default(''),
  checklist: z.string().default(''),
  parts: z.custom<PartDraft[]>().default([]),
  hours: z.number('is a number of hours').min(0).max(10_000).optional(),
  labels: z.string().default(''),
  assign: z.custom<Assign>().default({ kind: 'nobody' }),
  notVision: z.string().optional(),
  reason: z.string().optional(),
})
type Draft = z.output<typeof Draft>
type TemplateFormProps = { template: Template | null; onClose: () => void }

const linesOf = (text: string, by: string | RegExp): string[] =>
  text
    .split(by)
    .map((line) => line.trim())
    .filter(Boolean)

/** The definition with what the form holds; stage, type, priority, fields and what it serves stay as they are. */
const definitionOf = (draft: Draft, before: Definition | undefined): z.input<typeof Known> => ({
  ...before,
  ...{ boardId: draft.boardId, title: draft.title, words: draft.words, assign: draft.assign },
  stageId: before?.boardId === draft.boardId ? before.stageId : null,
  checklist: linesOf(draft.checklist, '\n'),
  labels: linesOf(draft.labels, ','),
  estimateMinutes: draft.hours === undefined ? null : Math.round(draft.hours * 60),
  notVision: draft.notVision?.trim() || null,
  parts: draft.parts.map(({ title, offset, hours }) => ({
    ...{ title, offset: Number(offset) },
    estimateMinutes: hours.trim() === '' ? null : Math.round(Number(hours) * 60),
  })),
})

const draftOf = (one: Template | null): Partial<z.input<typeof Draft>> => {
  if (!one) return { assign: { kind: 'nobody' }, parts: [] }
  const { title, words, boardId, checklist, parts, labels, assign, notVision, estimateMinutes } =
    one.definition
  return {
    ...{ name: one.name, title, words, boardId, assign, notVision: notVision ?? '' },
    ...{ checklist: checklist.join('\n'), labels: labels.join(', ') },
    ...(estimateMinutes === null ? {} : { hours: estimateMinutes / 60 }),
    parts: parts.map((part, at) => ({
      ...{ key: `part-${at}`, title: part.title, offset: String(part.offset) },
      hours: part.estimateMinutes === null ? '' : String(part.estimateMinutes / 60),
    })),
  }
}

/** Write an item template, or its next version. */
export function TemplateForm({ template, onClose }: TemplateFormProps) {
  const { opened, open, newer } = useOpened<Template | null>(template)
  const add = useCommand(routines.addTemplate, { isQuiet: true })
  const change = useCommand(routines.changeTemplate, { isQuiet: true })
  const fields = useTemplateFields(opened !== null)
  const save = (draft: Draft) => {
    const said = { name: draft.name, definition: definitionOf(draft, opened?.definition) }
    return opened
      ? change.attempt({ ...said, id: opened.id, version: opened.version, reason: draft.reason ?? '' })
      : add.attempt(said)
  }
  return (
    <Dialog
      isOpen
      size="large"
      onClose={onClose}
      title={opened ? `Change ${opened.name}` : 'Write an item template'}
    >
      <div className="flex flex-col gap-4">
        {newer && <Meanwhile by={newer.changedBy} what="this template" onLoad={() => open(newer)} />}
        <Form
          key={opened?.version ?? 0}
          id={`item-template-${opened ? `${opened.id}-${opened.version}` : 'new'}`}
          schema={Draft}
          initial={draftOf(opened)}
          fields={fields}
          saveLabel={opened ? 'Save' : 'Write it'}
          onSave={save}
          onSaved={onClose}
          onCancel={onClose}
        />
      </div>
    </Dialog>
  )
}
