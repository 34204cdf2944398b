import type { Out } from '../../../kernel/contract.ts'
import { count } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import type { quality } from '../contract.ts'
import { useWord } from './useWord.ts'
import { WordField } from './WordField.tsx'

type Value = Out<typeof quality.unmapped>['items'][number]

/** Values nobody has said how to read, the most frequent first. */
export function Unread({ items, known }: { items: Value[]; known: string[] }) {
  const can = useCan()
  const set = useWord()
  const suggested = items.filter((one) => one.suggestion)
  if (items.length === 0) {
    return <EmptyState>Every value is read. New ones show up here as imports bring them.</EmptyState>
  }
  const takeAll = async () => {
    for (const one of suggested) await set(one.kind, one.raw, one.suggestion ?? '')
  }
  const columns: Column<Value>[] = [
    { id: 'raw', title: 'Value in the source', value: (one) => one.raw },
    { id: 'rows', title: 'Rows', value: (one) => one.rows, align: 'end', cell: (one) => count(one.rows) },
    {
      id: 'word',
      title: 'Is read as',
      value: (one) => one.suggestion,
      cell: (one) => (
        <WordField
          label={`${one.raw} is read as`}
          initial=""
          placeholder={one.suggestion ?? 'Type a word, Enter saves'}
          known={known}
          onSave={(value) => void set(one.kind, one.raw, value)}
        />
      ),
    },
    {
      id: 'suggestion',
      title: 'Suggestion',
      isHidden: suggested.length === 0,
      value: (one) => one.suggestion,
      cell: (one) =>
        one.suggestion && (
          <Button small onClick={() => void set(one.kind, one.raw, one.suggestion ?? '')}>
            {`Read as “${one.suggestion}”`}
          </Button>
        ),
    },
  ]
  return (
    <Card
      title="Not read yet"
      hint="Their rows are counted, but under no channel or stage until you say which."
      actions={
        can('sources:manage') &&
        suggested.length > 1 && (
          <Button onClick={() => void takeAll()}>{`Take all ${suggested.length} suggestions`}</Button>
        )
      }
    >
      <DataTable caption="Values not read yet" columns={columns} rows={items} rowId={(one) => one.raw} />
    </Card>
  )
}
