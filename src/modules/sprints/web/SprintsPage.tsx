import { Chart } from '../../../ui/chart/Chart.tsx'
import { day } from '../../../ui/format/when.ts'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Drawer } from '../../../ui/parts/Drawer.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useSearchParams, useUrlPatch } from '../../../ui/useUrl.ts'
import { type Sprint, sprints } from '../contract.ts'
import { SprintForm } from './SprintForm.tsx'
import { amount, percent, stateNames, stateTones } from './words.ts'

export default function SprintsPage() {
  const { teamId, show } = useSearchParams()
  const patch = useUrlPatch()
  const asked = useQuery(sprints.list, teamId ? { teamId } : {})
  const teams = asked.data?.teams ?? []
  const all = asked.data?.items ?? []
  const shownTeams = [...new Map(all.map((one) => [one.team.id, one.team])).values()]
  return (
    <>
      <ListPage<Sprint>
        id="sprints"
        title="Sprints"
        what="sprints"
        description="What teams took on, what they promised, and what came of it."
        rows={asked.data?.items}
        rowId={(one) => one.id}
        rowPath={(one) => `/sprints/${one.id}`}
        columns={columns}
        actions={<Button onClick={() => patch({ show: 'kept' })}>What was kept</Button>}
        {...(teams.length > 0
          ? { create: { label: 'Plan a sprint', run: () => patch({ show: 'new' }) } }
          : {})}
        filters={
          shownTeams.length > 1 || teamId ? (
            <UrlFilter
              name="teamId"
              label="Team"
              options={shownTeams.map((one) => ({ value: one.id, label: one.name }))}
            />
          ) : null
        }
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{
          children:
            teams.length > 0
              ? 'No sprint yet. Press c: choose days and a goal, then take items in until the hours are full.'
              : 'No team has planned a sprint yet. People of a team plan its sprints.',
        }}
      />
      {show === 'new' && teams.length > 0 && (
        <SprintForm
          teams={teams}
          last={all.find((one) => one.can.plan)}
          onClose={() => patch({ show: undefined })}
        />
      )}
      {show === 'kept' && <Kept all={all} onClose={() => patch({ show: undefined })} />}
    </>
  )
}

/** Adherence to commitment over the sprints that ended, the oldest first. */
function Kept({ all, onClose }: { all: Sprint[]; onClose: () => void }) {
  const ended = all.filter((one) => one.state === 'closed' && one.adherence !== null).reverse()
  return (
    <Drawer isOpen isWide onClose={onClose} title="What was committed, and kept">
      <div className="flex flex-col gap-4 p-5">
        <p className="text-ink-2">
          The share of what was in a sprint at its start that was done by its end. What came later does not
          count.
        </p>
        <Chart
          title={ended.length > 0 ? `${percent(ended.at(-1)!.adherence!)} in ${ended.at(-1)!.name}` : 'Kept'}
          kind="bar"
          unit="ratio"
          categories={ended.map((one) => `${one.team.name} · ${one.name}`)}
          series={[{ name: 'Kept', values: ended.map((one) => one.adherence) }]}
          target={{ value: 0.8, label: 'Four of five' }}
          empty={{ children: 'No sprint has ended yet.' }}
        />
      </div>
    </Drawer>
  )
}

const columns: Column<Sprint>[] = [
  { id: 'name', title: 'Sprint', value: (one) => one.name },
  { id: 'team', title: 'Team', value: (one) => one.team.name, width: 170 },
  {
    ...{ id: 'state', title: 'State', value: (one) => stateNames[one.state], width: 110 },
    cell: (one) => <Badge tone={stateTones[one.state]}>{stateNames[one.state]}</Badge>,
  },
  {
    ...{ id: 'days', title: 'Days', value: (one) => one.startsOn, width: 200 },
    cell: (one) => `${day(one.startsOn)} – ${day(one.endsOn)}`,
  },
  {
    ...{ id: 'done', title: 'Done', value: (one) => one.done, align: 'end', width: 150 },
    cell: (one) => `${amount(one.done, one.measure)} of ${amount(one.scope, one.measure)}`,
  },
  {
    ...{ id: 'kept', title: 'Kept', value: (one) => one.adherence, align: 'end', width: 80 },
    cell: (one) => (one.adherence === null ? '–' : percent(one.adherence)),
  },
  { id: 'goal', title: 'Goal', value: (one) => one.goal },
]
