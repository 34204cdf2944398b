import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Launch, launches, type Serving } from '../contract.ts'

function backUpWords({ backUps, rehearsed }: Serving): string {
  if (backUps === 0) return 'No back-up plan'
  return rehearsed > 0 ? 'Back-up plan rehearsed' : 'Back-up plan not rehearsed'
}

/** The campaigns behind a launch, and what each still owes it. */
export const ServingCard = ({ launch }: { launch: Launch }) => (
  <Card title="Campaigns that serve it">
    <div className="flex flex-col gap-3">
      {launch.campaigns.length === 0 && (
        <p className="text-ink-2">No campaign serves it yet: choose those that make it known.</p>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {launch.campaigns.map((one) => (
          <Line key={one.id} launch={launch} one={one} />
        ))}
      </ul>
      {launch.can.change && <AddCampaign launch={launch} />}
    </div>
  </Card>
)

const Line = ({ launch, one }: { launch: Launch; one: Serving }) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0">
    <div className="min-w-0 flex-1 narrow:min-w-full">
      <p className="flex flex-wrap items-center gap-x-2">
        <Link to={`/campaigns/${one.id}`} className="font-medium hover:underline">
          {one.name}
        </Link>
        <Badge tone={one.state === 'approved' ? 'good' : 'neutral'}>{one.standing}</Badge>
        <span className="text-sm text-ink-3">{one.owner.name}</span>
      </p>
      <p className="text-sm text-ink-2">
        <Day date={one.startsOn} />
        {' – '}
        <Day date={one.endsOn} />
        {'. '}
        <span className={one.fits ? '' : 'text-bad'}>{one.says}</span>
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
        <Part campaign={one} tab="steps">
          {one.steps === 0 ? 'No steps' : `${one.done} of ${one.steps} steps done`}
          {one.late > 0 && <span className="text-bad">{`, ${one.late} late`}</span>}
        </Part>
        <Part campaign={one} tab="back-up">
          {backUpWords(one)}
        </Part>
      </p>
    </div>
    {launch.can.change && <Deeds launch={launch} one={one} />}
  </li>
)

type PartProps = { campaign: Serving; tab: string; children: ReactNode }

const Part = ({ campaign, tab, children }: PartProps) => (
  <Link to={`/campaigns/${campaign.id}`} search={{ tab } as never} className="hover:underline">
    {children}
  </Link>
)

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
