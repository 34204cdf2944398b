import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, Palmtree } from 'lucide-react'
import type { Out } from '../../../kernel/contract.ts'
import { addDays } from '../../../methods/days.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useSearchParams, useUrlPatch } from '../../../ui/useUrl.ts'
import { availability } from '../contract.ts'
import { AwayCalendar } from './AwayCalendar.tsx'
import { spanOf } from './leave-words.tsx'

type Shown = Out<typeof availability.away>
type Row = Shown['people'][number]['leave'][number] & { id: string; name: string }
const weeks = 28

export default function AwayPage() {
  const { teamId, from } = useSearchParams()
  const patch = useUrlPatch()
  const span = from ? { from, to: addDays(from, weeks - 1) } : {}
  const asked = useQuery(availability.away, { ...span, ...(teamId ? { teamId } : {}) })
  const { data } = asked
  const move = (by: number) => data && patch({ from: addDays(data.from, by) })
  useKeys({ p: () => move(-weeks), n: () => move(weeks), '.': () => patch({ from: undefined }) })
  return (
    <Page
      title="Who is away"
      description="Approved leave, and who stands in. Why somebody is away is for themselves and their manager."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      actions={<Button to="/working-time?show=leave">Ask for leave</Button>}
    >
      {() =>
        data && (
          <>
            <div className="flex flex-wrap items-center gap-2">
              <IconButton label="Four weeks earlier" keys="p" onClick={() => move(-weeks)}>
                <ChevronLeft size={16} />
              </IconButton>
              <Button small look="quiet" onClick={() => patch({ from: undefined })}>
                From today
              </Button>
              <IconButton label="Four weeks later" keys="n" onClick={() => move(weeks)}>
                <ChevronRight size={16} />
              </IconButton>
              {data.teams.length > 0 && (
                <UrlFilter
                  name="teamId"
                  label="Team"
                  options={data.teams.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
            </div>
            {data.people.length === 0 ? <EverybodyHere /> : <Shown data={data} />}
          </>
        )
      }
    </Page>
  )
}

const EverybodyHere = () => (
  <div className="flex flex-col items-center gap-3 rounded-lg border border-line bg-surface p-10 text-center text-ink-2">
    <Palmtree size={24} />
    <p>Nobody is away in these four weeks, as far as leave is approved.</p>
    <Button to="/working-time?show=leave">Ask for leave</Button>
  </div>
)

function Shown({ data }: { data: Shown }) {
  const rows = data.people
    .flatMap(({ id, name, leave }) => leave.map((one) => ({ ...one, id, name })))
    .sort((a, b) => a.fromOn.localeCompare(b.fromOn))
  return (
    <>
      <AwayCalendar data={data} />
      <Card title="One after another">
        <DataTable
          caption="Who is away from when to when"
          columns={columns}
          rows={rows}
          rowId={(row) => `${row.id} ${row.fromOn} ${row.startsHalf}`}
        />
      </Card>
    </>
  )
}

const columns: Column<Row>[] = [
  {
    ...{ id: 'name', title: 'Person', value: (row) => row.name },
    cell: (row) => (
      <Link to={`/working-time/${row.id}`} className="font-medium hover:underline">
        {row.name}
      </Link>
    ),
  },
  { id: 'span', title: 'Away', value: (row) => row.fromOn, cell: (row) => spanOf(row) },
  { id: 'what', title: 'Why', value: (row) => row.what },
  { id: 'standIn', title: 'Stands in', value: (row) => row.standIn?.name ?? '–' },
]
