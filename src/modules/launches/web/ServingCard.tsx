import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Launch, launches, type Serving } from '../contract.ts'

const columns: Column<Serving>[] = [
  {
    id: 'name',
    title: 'Campaign',
    value: (one) => one.name,
    cell: (one) => (
      <span>
        <Link to={`/campaigns/${one.id}`} className="font-medium hover:underline">
          {one.name}
        </Link>
        <span className="block text-sm text-ink-3">{one.owner.name}</span>
      </span>
    ),
  },
  {
    id: 'days',
    title: 'Days',
    value: (one) => `${one.startsOn} – ${one.endsOn}`,
    cell: (one) => (
      <span>
        <span className="whitespace-nowrap">
          <Day date={one.startsOn} />
          {' – '}
          <Day date={one.endsOn} />
        </span>
        <span className={`block text-sm ${one.fits ? 'text-ink-3' : 'text-bad'}`}>{one.says}</span>
      </span>
    ),
  },
  {
    id: 'standing',
    title: 'Stands',
    value: (one) => one.standing,
    cell: (one) => <Badge tone={one.state === 'approved' ? 'good' : 'neutral'}>{one.standing}</Badge>,
  },
  {
    id: 'steps',
    title: 'Steps done',
    align: 'end',
    value: (one) => one.done,
    cell: (one) => (
      <Link
        to={`/campaigns/${one.id}`}
        search={{ tab: 'steps' } as never}
        className="whitespace-nowrap hover:underline"
      >
        {`${one.done} of ${one.steps}`}
        {one.late > 0 && <span className="block text-sm text-bad">{`${one.late} late`}</span>}
      </Link>
    ),
  },
  {
    id: 'backUp',
    title: 'Back-up plan',
    value: (one) => backUpWords(one),
    cell: (one) => (
      <Link to={`/campaigns/${one.id}`} search={{ tab: 'back-up' } as never} className="hover:underline">
        {backUpWords(one)}
      </Link>
    ),
  },
]

function backUpWords({ backUps, rehearsed }: Serving): string {
  if (backUps === 0) return 'None'
  return rehearsed > 0 ? 'Rehearsed' : 'Not rehearsed'
}

/** The campaigns behind a launch, and what each still owes it. */
export function ServingCard({ launch }: { launch: Launch }) {
  const shown = launch.can.change ? [...columns, deeds(launch)] : columns
  return (
    <Card title="Campaigns that serve it">
      <div className="flex flex-col gap-3">
        {launch.campaigns.length === 0 ? (
          <p className="text-ink-2">No campaign serves it yet: choose those that make it known.</p>
        ) : (
          <DataTable
            caption="Campaigns that serve it"
            columns={shown}
            rows={launch.campaigns}
            rowId={(one) => one.id}
          />
        )}
        {launch.can.change && <AddCampaign launch={launch} />}
      </div>
    </Card>
  )
}

const deeds = (launch: Launch): Column<Serving> => ({
  ...{ id: 'deeds', title: '', align: 'end', isSortable: false, value: () => '' },
  cell: (one) => <Deeds launch={launch} one={one} />,
})

const refresh = { alsoRefresh: ['identity', 'activity'] }

function Deeds({ launch, one }: { launch: Launch; one: Serving }) {
  const both = { id: launch.id, campaignId: one.id }
  const fit = useCommand(launches.fit, refresh)
  const remove = useCommand(launches.removeCampaign, refresh)
  const add = useCommand(launches.addCampaign, refresh)
  const take = async () => {
    if (await remove.run(both))
      toast(`${one.name} does not serve it any more`, { undo: () => void add.run(both) })
  }
  return (
    <span className="flex justify-end gap-1">
      {!one.fits && (
        <Button small isBusy={fit.isRunning} onClick={() => void fit.run(both)}>
          Its days fit
          <span className="sr-only">{`: ${one.name}`}</span>
        </Button>
      )}
      <Button small look="quiet" onClick={() => void take()}>
        Take out
        <span className="sr-only">{`: ${one.name}`}</span>
      </Button>
    </span>
  )
}

function AddCampaign({ launch }: { launch: Launch }) {
  const all = useQuery(launches.choices, {}).data?.campaigns ?? []
  const add = useCommand(launches.addCampaign, refresh)
  const own = new Set(launch.campaigns.map((one) => one.id))
  return (
    <Field label="Put a campaign behind it">
      <Combobox
        key={launch.campaigns.length}
        options={all
          .filter((one) => !own.has(one.id))
          .map(({ id, name, standing }) => ({ value: id, label: name, hint: standing }))}
        value={null}
        onChange={(campaignId) => campaignId && void add.run({ id: launch.id, campaignId })}
      />
    </Field>
  )
}
