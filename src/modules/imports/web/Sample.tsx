import { useState } from 'react'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import type { Inspected } from './mapping-edit.ts'

type Line = (string | null)[]
const few = 5

/** The first rows as they stand in the file. */
export function Sample({ inspected }: { inspected: Inspected }) {
  const [isWhole, setWhole] = useState(false)
  const { sample, columns } = inspected
  if (sample.length === 0) return null
  return (
    <section>
      <header className="mb-1 flex items-center gap-2">
        <h3 className="flex-1 font-medium">First rows of the file</h3>
        {sample.length > few && (
          <Button small look="quiet" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Fewer rows' : `Show ${sample.length} rows`}
          </Button>
        )}
      </header>
      <DataTable<Line>
        caption="First rows of the file"
        rows={isWhole ? sample : sample.slice(0, few)}
        rowId={(_, index) => String(index)}
        columns={columns.map((column, at) => ({
          id: String(at),
          title: column.name,
          value: (line) => line[at] ?? '',
          cell: (line) => <span className="block max-w-60 truncate">{line[at] ?? ''}</span>,
        }))}
      />
    </section>
  )
}
