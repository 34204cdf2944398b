import { Trash2 } from 'lucide-react'
import { type ObjectName, objectNames, objects } from '../../../engine/model.ts'
import { Scroller } from '../../../ui/kit/Scroller.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { type Inspected, type Mapping, openIn, removePart, setObject, setTerm } from './mapping-edit.ts'
import { TermCell } from './TermCell.tsx'

type PartEditorProps = {
  at: number
  mapping: Mapping
  columns: Inspected['columns']
  /** Absent once the file has landed. */
  onChange?: (mapping: Mapping) => void
}

const words = (name: string) => name.replaceAll('_', ' ')

/** One object read from the rows: attribute ← heading, with its type, meaning and values of the file. */
export function PartEditor({ at, mapping, columns, onChange }: PartEditorProps) {
  const part = mapping.parts[at]
  if (!part) return null
  const { attributes } = objects[part.object]
  const mapped = Object.entries(part.attributes)
  const open = openIn(part)
  return (
    <div className="min-w-0 rounded-lg border border-line">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        {onChange ? (
          <Select
            small
            label="Object"
            value={part.object}
            options={objectNames.map((name) => ({ value: name, label: words(name) }))}
            onChange={(object: ObjectName) => onChange(setObject(mapping, at, object))}
          />
        ) : (
          <strong>{words(part.object)}</strong>
        )}
        <span className="min-w-0 flex-1 truncate text-sm text-ink-3">{objects[part.object].meaning}</span>
        {part.only && <Badge>{`only rows by ${part.only.column}`}</Badge>}
        {onChange && mapping.parts.length > 1 && (
          <IconButton
            small
            label={`Leave ${words(part.object)} out`}
            onClick={() => onChange(removePart(mapping, at))}
          >
            <Trash2 size={14} />
          </IconButton>
        )}
      </header>
      <Scroller label={`How ${words(part.object)} is read`}>
        <table className="w-full border-collapse">
          <caption className="sr-only">{`How ${words(part.object)} is read`}</caption>
          <thead>
            <tr className="border-b border-line text-left text-sm text-ink-3">
              {['Attribute', 'From', 'Type', 'Values in the file'].map((title) => (
                <th key={title} scope="col" className="px-3 py-1.5 font-normal first:min-w-44">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mapped.map(([name, term]) => (
              <TermCell
                key={name}
                name={name}
                meaning={attributes[name]?.meaning ?? ''}
                type={attributes[name]?.type ?? ''}
                term={term}
                columns={columns}
                onChange={onChange && ((next) => onChange(setTerm(mapping, at, name, next)))}
              />
            ))}
          </tbody>
        </table>
      </Scroller>
      <footer className="flex flex-wrap items-center gap-2 px-3 py-2">
        {open.map((any) => (
          <Badge key={any.join()} tone="warn">{`Needs ${any.map(words).join(' or ')}`}</Badge>
        ))}
        {onChange && (
          <Combobox
            className="w-60"
            label="Map another attribute"
            placeholder="Map another attribute…"
            value={null}
            options={Object.entries(attributes)
              .filter(([name]) => !part.attributes[name])
              .map(([name]) => ({ value: name, label: words(name) }))}
            onChange={(name) =>
              name && onChange(setTerm(mapping, at, name, { column: guess(name, columns) }))
            }
          />
        )}
      </footer>
    </div>
  )
}

/** The heading that reads most like the attribute; else the first. */
function guess(name: string, columns: Inspected['columns']): string {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const wanted = plain(name)
  const found = columns.find((column) => plain(column.name).includes(wanted))
  return (found ?? columns[0])?.name ?? ''
}
