import { X } from 'lucide-react'
import type { Out } from '../../../kernel/contract.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import type { imports } from '../../imports/contract.ts'
import { useWord } from './useWord.ts'
import { WordField } from './WordField.tsx'

type Word = Out<typeof imports.vocabulary>['items'][number]

/** The words people have set; everything else is read by the built-in vocabulary. */
export function WordsSet({ words }: { words: Word[] }) {
  const set = useWord()
  if (words.length === 0) {
    return (
      <EmptyState>
        Nobody has set a word yet. The built-in vocabulary reads the usual names of channels and stages.
      </EmptyState>
    )
  }
  return (
    <Card>
      <DataTable<Word>
        caption="Words we set"
        rows={words}
        rowId={(word) => `${word.kind} ${word.raw} ${word.value}`}
        columns={[
          { id: 'raw', title: 'Value in the source', value: (word) => word.raw },
          { id: 'kind', title: 'Kind', value: (word) => word.kind },
          {
            id: 'value',
            title: 'Is read as',
            value: (word) => word.value,
            cell: (word) => (
              <WordField
                label={`${word.raw} is read as`}
                initial={word.value}
                onSave={(value) => void set(word.kind, word.raw, value, word.value)}
              />
            ),
          },
          {
            id: 'remove',
            title: '',
            value: () => null,
            align: 'end',
            cell: (word) => (
              <IconButton
                small
                label={`Read ${word.raw} as it stands`}
                onClick={() => void set(word.kind, word.raw, '', word.value)}
              >
                <X size={14} />
              </IconButton>
            ),
          },
        ]}
      />
    </Card>
  )
}
