import { Link } from '@tanstack/react-router'
import { percent } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Part } from '../contract.ts'
import { CourseBadge } from './kpi-words.tsx'

/** What moves a goal, and by how much each counts. */
export function GoalParts({ parts }: { parts: Part[] }) {
  const whole = parts.filter((one) => one.share !== null).reduce((sum, one) => sum + one.weight, 0)
  return (
    <DataTable<Part>
      caption="What moves it"
      rows={parts}
      rowId={(one) => one.id}
      columns={[
        {
          id: 'name',
          title: 'Part',
          value: (one) => one.name,
          cell: (one) => (
            <Link
              to={`/${one.kind === 'kpi' ? 'kpis' : 'goals'}/${one.id}`}
              className="text-accent-ink underline"
            >
              {one.name}
            </Link>
          ),
        },
        { id: 'kind', title: 'Kind', value: (one) => (one.kind === 'kpi' ? 'KPI agreement' : 'Goal') },
        {
          id: 'course',
          title: 'Stands',
          value: (one) => one.course,
          cell: (one) => one.course && <CourseBadge course={one.course} />,
        },
        {
          id: 'share',
          title: 'Of the way',
          align: 'end',
          value: (one) => one.share,
          cell: (one) => (one.share === null ? 'not known' : percent(one.share)),
        },
        { id: 'weight', title: 'Weight', align: 'end', value: (one) => one.weight },
        {
          id: 'counts',
          title: 'Counts for',
          align: 'end',
          value: (one) => (one.share === null || whole === 0 ? 0 : one.weight / whole),
          cell: (one) => (one.share === null ? 'left out' : percent(one.weight / whole)),
        },
      ]}
    />
  )
}
