import { Link } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import type { Campaign } from '../../campaigns/contract.ts'
import { type Listed, launches } from '../contract.ts'
import { awayWords, isOpen, StateBadge } from './words.tsx'

const refresh = { alsoRefresh: ['identity', 'activity'] }

/** On a campaign: the launches it serves, and whether its days fit them. */
export default function LaunchesTab({ campaign }: { campaign: Campaign }) {
  const asked = useQuery(launches.list, { campaignId: campaign.id })
  const { items = [], can } = asked.data ?? {}
  const choose = can?.change && campaign.state !== 'stopped' && <Choose campaign={campaign} own={items} />
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
      {() => (
        <>
          {items.length === 0 && <p className="text-ink-2">It serves no launch.</p>}
          {items.map((one) => (
            <Served key={one.id} one={one} campaign={campaign} mayChange={can?.change ?? false} />
          ))}
          {choose}
        </>
      )}
    </FaceOf>
  )
}

function Served({ one, campaign, mayChange }: { one: Listed; campaign: Campaign; mayChange: boolean }) {
  const fit = useCommand(launches.fit, refresh)
  const own = one.campaigns.find((each) => each.id === campaign.id)
  return (
    <Card
      title={
        <Link to={`/launches/${one.id}`} className="hover:underline">
          {one.name}
        </Link>
      }
      hint={`Tier ${one.tier}: ${one.products.join(', ')}`}
      actions={<StateBadge state={one.state} />}
    >
      <p>
        {'Launches '}
        <Day date={one.launchOn} />
        {isOpen(one) && <span className="text-ink-3">{` ${awayWords(one.inDays)}`}</span>}
      </p>
      {own && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {own.fits ? <p className="text-ink-2">{own.says}</p> : <Notice tone="warn">{own.says}</Notice>}
          {!own.fits && mayChange && isOpen(one) && (
            <>
              <Button
                small
                isBusy={fit.isRunning}
                onClick={() => void fit.run({ id: one.id, campaignId: campaign.id })}
              >
                Its days fit
              </Button>
              <Button
                small
                to={`/campaigns/${campaign.id}/edit${campaign.state === 'approved' ? '?change=1' : ''}`}
              >
                Change its days
              </Button>
            </>
          )}
        </div>
      )}
    </Card>
  )
}

function Choose({ campaign, own }: { campaign: Campaign; own: Listed[] }) {
  const all = useQuery(launches.list, {}).data?.items ?? []
  const add = useCommand(launches.addCampaign, refresh)
  const rest = all.filter((one) => isOpen(one) && !own.some((other) => other.id === one.id))
  if (rest.length === 0)
    return (
      <Notice>
        {own.length > 0
          ? 'It serves every launch to come.'
          : 'No launch to come is planned; plan one on the page of launches.'}
      </Notice>
    )
  return (
    <Field label="Put it behind a launch">
      <Combobox
        key={own.length}
        options={rest.map(({ id, name, launchOn }) => ({ value: id, label: name, hint: launchOn }))}
        value={null}
        onChange={(id) => id && void add.run({ id, campaignId: campaign.id })}
      />
    </Field>
  )
}
