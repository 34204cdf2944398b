import { Link } from '@tanstack/react-router'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Agency, agencies } from '../contract.ts'

const refresh = { alsoRefresh: ['campaigns', 'identity', 'activity'] }

/** The campaigns an agency works on; its people have the briefs. */
export function GivenCampaigns({ agency }: { agency: Agency }) {
  return (
    <Card title="Campaigns" hint="Its people see the briefs, and nothing of targets, figures and costs.">
      <div className="flex flex-col gap-3">
        {agency.campaigns.length === 0 && <p className="text-ink-2">It was given no campaign yet.</p>}
        <ul className="flex flex-col divide-y divide-line">
          {agency.campaigns.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3 py-2">
              <Link
                to={`/campaigns/${one.id}`}
                search={{ tab: 'agencies' } as never}
                className="min-w-0 flex-1 font-medium hover:underline"
              >
                {one.name}
              </Link>
              <span className="text-sm text-ink-3">{countWords(agency, one.id)}</span>
              {agency.can.change && <Take agency={agency} one={one} />}
            </li>
          ))}
        </ul>
        {agency.can.change && <Give agency={agency} />}
      </div>
    </Card>
  )
}

function countWords(agency: Agency, campaignId: string): string {
  const own = agency.deliverables.filter((one) => one.campaign.id === campaignId)
  const accepted = own.filter((one) => one.state === 'accepted').length
  return own.length === 0 ? 'nothing agreed yet' : `${accepted} of ${own.length} accepted`
}

function Take({ agency, one }: { agency: Agency; one: { id: string; name: string } }) {
  const both = { id: agency.id, campaignId: one.id }
  const take = useCommand(agencies.takeCampaign, refresh)
  const give = useCommand(agencies.giveCampaign, refresh)
  const run = async () => {
    if (await take.run(both))
      toast(`${agency.name} does not have ${one.name} any more`, { undo: () => void give.run(both) })
  }
  return (
    <Button small look="quiet" isBusy={take.isRunning} onClick={() => void run()}>
      Take away
      <span className="sr-only">{`: ${one.name}`}</span>
    </Button>
  )
}

function Give({ agency }: { agency: Agency }) {
  const all = useQuery(agencies.choices, {}).data?.campaigns ?? []
  const give = useCommand(agencies.giveCampaign, refresh)
  const own = new Set(agency.campaigns.map((one) => one.id))
  return (
    <Field label="Give it a campaign">
      <Combobox
        key={agency.campaigns.length}
        options={all
          .filter((one) => !own.has(one.id))
          .map(({ id, name, standing }) => ({ value: id, label: name, hint: standing }))}
        value={null}
        onChange={(campaignId) => campaignId && void give.run({ id: agency.id, campaignId })}
      />
    </Field>
  )
}
