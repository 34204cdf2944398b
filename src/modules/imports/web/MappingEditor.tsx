import { Plus } from 'lucide-react'
import { useState } from 'react'
import { objectNames } from '../../../engine/model.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { KeepAs } from './KeepAs.tsx'
import { addPart, emptyMapping, type Inspected, type Mapping, unusedIn, whyNotSave } from './mapping-edit.ts'
import { PartEditor } from './PartEditor.tsx'
import { Questions } from './Questions.tsx'
import { isMappable } from './status.tsx'
import { useCorrection } from './useCorrection.ts'

/** Where each attribute comes from; editable until the file lands. */
export function MappingEditor({ inspected }: { inspected: Inspected }) {
  const can = useCan()
  const isEditable = isMappable(inspected) && can('imports:write')
  const [isStarted, setStarted] = useState(inspected.mapping !== null || inspected.status === 'unknown')
  const [draft, setDraft] = useState(inspected.mapping ?? emptyMapping(inspected.file))
  const { save, isRunning } = useCorrection(inspected.id)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(inspected.mapping)
  const canConfirm = isChanged || inspected.status === 'unknown'
  const objection = whyNotSave(draft)
  if (!isStarted) {
    if (!isEditable) return null
    return (
      <Button className="self-start" onClick={() => setStarted(true)}>
        Map it anyway
      </Button>
    )
  }
  return (
    <section className="flex flex-col gap-3" aria-label="Mapping">
      <Questions
        columns={inspected.columns}
        mapping={draft}
        isBusy={isRunning}
        onAnswer={(next) => {
          setDraft(next)
          if (!whyNotSave(next)) void save(next)
        }}
      />
      {isEditable && <Names draft={draft} onChange={setDraft} />}
      {draft.parts.map((part, at) => (
        <PartEditor
          key={`${part.object} ${JSON.stringify(part.only ?? '')}`}
          at={at}
          mapping={draft}
          columns={inspected.columns}
          onChange={isEditable ? setDraft : undefined}
        />
      ))}
      <Unused
        headings={unusedIn(
          draft,
          inspected.columns.map((column) => column.name),
        )}
      />
      {isEditable && (
        <footer className="flex flex-wrap items-center gap-2">
          <Button
            look={canConfirm ? 'primary' : 'secondary'}
            disabled={!canConfirm || objection !== null}
            isBusy={isRunning}
            onClick={() => void save(draft)}
          >
            Use this mapping
          </Button>
          <KeepAs isOff={objection !== null} onKeep={(name) => save(draft, name)} />
          {draft.parts.length < 6 && (
            <Button
              look="quiet"
              icon={<Plus size={14} />}
              onClick={() => setDraft(addPart(draft, nextObject(draft)))}
            >
              Another object from the same rows
            </Button>
          )}
          {canConfirm && objection && <span className="text-sm text-bad">{objection}</span>}
        </footer>
      )}
    </section>
  )
}

const nextObject = (mapping: Mapping) =>
  objectNames.find((name) => !mapping.parts.some((part) => part.object === name)) ?? 'contact'

function Names({ draft, onChange }: { draft: Mapping; onChange: (next: Mapping) => void }) {
  return (
    <div className="grid max-w-140 grid-cols-2 gap-3 narrow:grid-cols-1">
      <Field label="Source" hint="The system it comes from; rows of one source share their keys.">
        <Input value={draft.source} maxLength={60} onChange={(source) => onChange({ ...draft, source })} />
      </Field>
      <Field label="What the file is">
        <Input value={draft.title} maxLength={120} onChange={(title) => onChange({ ...draft, title })} />
      </Field>
    </div>
  )
}

function Unused({ headings }: { headings: string[] }) {
  if (headings.length === 0) return null
  return (
    <details>
      <summary className="text-ink-2">{`${headings.length} headings are not used; the file is kept as it came`}</summary>
      <div className="mt-1 flex flex-wrap gap-1">
        {headings.map((heading) => (
          <Badge key={heading}>{heading}</Badge>
        ))}
      </div>
    </details>
  )
}
