import { Card } from '../../../ui/parts/Card.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import type { Understood } from '../contract.ts'
import { type Attribute, attributes } from '../rules.ts'

const titles: Record<Attribute, string> = {
  ...{ key: 'Id', title: 'Title', words: 'Description', stage: 'Stage', type: 'Type', assignee: 'Assignee' },
  ...{
    email: 'Assignee’s e-mail',
    labels: 'Labels',
    starts: 'First day',
    due: 'Due day',
    hours: 'Estimate, hours',
  },
  ...{
    seconds: 'Estimate, seconds',
    points: 'Points',
    priority: 'Priority',
    parent: 'Part of',
    waits: 'Waits for',
    holds: 'Holds up',
    made: 'Made',
  },
  ...{ changed: 'Changed', done: 'Done', board: 'Board', comment: 'Comment' },
}
const options = [
  { value: 'nothing', label: 'Left out' },
  ...attributes.map((one) => ({ value: one as string, label: titles[one] })),
]

const daily: ReadonlySet<Attribute> = new Set(['due', 'starts', 'made', 'changed', 'done'])

type Say = (said: object) => Promise<void>

/** What each column of a table means. */
export function Columns({ one, say }: { one: Understood; say: Say }) {
  const columns = one.columns ?? []
  const set = (at: number, value: string) =>
    say({
      columns: columns.map((column, place) =>
        place === at ? (value === 'nothing' ? null : value) : column.means,
      ),
    })
  const hasDays = columns.some(({ means }) => means !== null && daily.has(means))
  return (
    <Card title="Columns" hint="What each one means here">
      <ul className="flex flex-col divide-y divide-line">
        {columns.map((column, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
          <li key={at} className="flex flex-wrap items-center gap-3 py-2">
            <span className="w-52 truncate font-medium narrow:w-full">
              {column.name || `Column ${at + 1}`}
            </span>
            <span className="min-w-0 flex-1 truncate text-ink-2">{column.sample.join(' · ')}</span>
            <Select
              small
              label={`What ${column.name || `column ${at + 1}`} means`}
              options={options}
              value={column.means ?? 'nothing'}
              onChange={(value) => void set(at, value)}
            />
          </li>
        ))}
      </ul>
      {hasDays && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <span className="text-ink-2">Days such as 03/04/2026 are written</span>
          <Select
            small
            label="Order of days"
            options={[
              { value: 'day-first', label: 'day first' },
              { value: 'month-first', label: 'month first' },
            ]}
            value={one.order}
            placeholder={one.openDay ? 'say which' : 'as the file shows'}
            onChange={(order) => void say({ order })}
          />
        </div>
      )}
    </Card>
  )
}
