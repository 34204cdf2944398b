import { X } from 'lucide-react'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { headingsOf, type Inspected, type Term, termWords } from './mapping-edit.ts'

type TermCellProps = {
  name: string
  meaning: string
  type: string
  term: Term
  columns: Inspected['columns']
  onChange?: (term: Term | null) => void
}

const constant = ' constant'
const asItIs = ' as it is'
const isPlain = (term: Term) => Object.keys(term).length === 1 && 'column' in term

export function TermCell({ name, meaning, type, term, columns, onChange }: TermCellProps) {
  const values = headingsOf(term)
    .slice(0, 1)
    .flatMap((heading) => columns.find((column) => column.name === heading)?.samples ?? [])
  return (
    <tr className="border-b border-line align-top last:border-0">
      <th scope="row" className="px-3 py-1.5 text-left font-normal">
        <span className="font-medium">{name.replaceAll('_', ' ')}</span>
        <span className="block max-w-70 text-sm text-ink-3">{meaning}</span>
      </th>
      <td className="min-w-52 px-3 py-1.5">
        {onChange ? <From name={name} term={term} columns={columns} onChange={onChange} /> : termWords(term)}
      </td>
      <td className="px-3 py-2 text-ink-2">{type}</td>
      <td className="px-3 py-2 text-ink-2">
        <span className="block max-w-80 truncate">{values.slice(0, 3).join(' · ')}</span>
      </td>
    </tr>
  )
}

type FromProps = Pick<TermCellProps, 'name' | 'term' | 'columns'> & { onChange: (term: Term | null) => void }

function From({ name, term, columns, onChange }: FromProps) {
  const isConstant = 'constant' in term
  const current = isConstant ? constant : isPlain(term) ? (headingsOf(term)[0] ?? '') : asItIs
  const options = [
    ...(current === asItIs ? [{ value: asItIs, label: termWords(term) }] : []),
    ...columns.map((column) => ({ value: column.name, label: column.name })),
    { value: constant, label: 'The same value for every row…' },
  ]
  const choose = (value: string) => {
    if (value === constant) onChange({ constant: '' })
    else if (value !== asItIs) onChange({ column: value })
  }
  return (
    <div className="flex items-center gap-1">
      <Select
        small
        className="min-w-40 flex-1"
        label={`${name} comes from`}
        value={current}
        options={options}
        onChange={choose}
      />
      {isConstant && (
        <Input
          aria-label={`Value of ${name} for every row`}
          value={term.constant}
          className="max-w-32"
          onChange={(text) => onChange({ constant: text })}
        />
      )}
      <IconButton small label={`Leave ${name} out`} onClick={() => onChange(null)}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
