import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Detail } from '../contract.ts'
import { percent } from './words.ts'

type Person = Detail['people'][number]

const columns: Column<Person>[] = [
  { id: 'name', title: 'Person', value: (one) => one.name },
  { id: 'hours', title: 'Hours', value: (one) => Math.round(one.hours * 10) / 10, align: 'end', width: 90 },
  { id: 'why', title: 'Not all of it because of', value: (one) => one.why.join(', ') || '–' },
]

/** Where the capacity comes from, person by person. */
export const PeopleHours = ({ data: { people, sprint } }: { data: Detail }) =>
  people.length === 0 ? null : (
    <Card
      title="Hours of the team"
      hint={`${percent(sprint.focus)} of them go into what is planned; the rest is for what comes in between.`}
    >
      <DataTable caption="Hours of the team" columns={columns} rows={people} rowId={(one) => one.id} />
    </Card>
  )
