import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { levelTitles } from '../../campaigns/rules.ts'
import { type Template, templates } from '../contract.ts'
import { StartCampaign } from './StartCampaign.tsx'

export default function TemplatePage() {
  const { id = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const asked = useQuery(templates.show, { id })
  const one = asked.data
  return (
    <DetailPage
      title={one?.name ?? 'Template'}
      crumbs={[{ title: 'Templates', path: '/templates' }]}
      description={
        one && `Version ${one.version}; ${one.length} working days from the first step to the first day.`
      }
      actions={one && <Actions one={one} />}
      {...(one?.can.change ? { onEdit: () => void navigate({ to: `/templates/${id}/edit` }) } : {})}
      properties={
        one && [
          { label: 'Of', value: levelTitles[one.level] },
          { label: 'Runs', value: `${one.definition.runs} days` },
          { label: 'Steps', value: one.steps },
          { label: 'Tactics', value: one.tactics },
        ]
      }
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
    >
      {() => one && <Shown one={one} />}
    </DetailPage>
  )
}

function Actions({ one }: { one: Template }) {
  const mayManage = useCan()('campaigns:manage')
  const [isStarting, setStarting] = useState(false)
  const retire = useCommand(templates.retire)
  const restore = useCommand(templates.restore)
  const { id } = one
  const away = async () => {
    if (await retire.run({ id })) toast(`${one.name} is retired`, { undo: () => void restore.run({ id }) })
  }
  if (!mayManage) return null
  if (one.isRetired) return <Button onClick={() => void restore.run({ id })}>Bring it back</Button>
  return (
    <>
      <Button look="quiet" onClick={() => void away()}>
        Retire
      </Button>
      <Button look="primary" onClick={() => setStarting(true)}>
        Start a campaign
      </Button>
      {isStarting && <StartCampaign one={one} onClose={() => setStarting(false)} />}
    </>
  )
}

function Shown({ one }: { one: Template }) {
  const { brief, steps, tactics } = one.definition
  const nameOf = (key: string) => steps.find((step) => step.key === key)?.name ?? key
  return (
    <>
      {one.isRetired && <Badge tone="warn">Retired: nothing is started from it any more</Badge>}
      <Card title="Steps">
        {steps.length === 0 && <p className="text-ink-3">It has no steps.</p>}
        <ol className="flex flex-col divide-y divide-line">
          {steps.map((step) => (
            <li key={step.key} className="flex flex-wrap gap-x-3 py-2">
              <span className="min-w-0 flex-1 font-medium">{step.name}</span>
              <span className="text-ink-2">
                {step.days === 0 ? 'Milestone' : `${step.days} working ${step.days === 1 ? 'day' : 'days'}`}
              </span>
              {step.after.length > 0 && (
                <span className="w-full text-sm text-ink-3">{`after ${step.after.map(nameOf).join(', ')}`}</span>
              )}
            </li>
          ))}
        </ol>
      </Card>
      <Card title="Brief">
        <dl className="grid grid-cols-[140px_1fr] gap-x-4 gap-y-3 narrow:grid-cols-1 narrow:gap-y-0">
          {[
            ['Audience', brief.audience],
            ['Not for', brief.exclusions],
            ['Message', brief.message],
            ['Offer', brief.offer],
            ['Channels', brief.channels.join(', ')],
            ['Agency', brief.agency],
            ['Tactics', tactics.map((tactic) => `${tactic.name} (from day ${tactic.begins + 1})`).join(', ')],
          ].map(([label, words]) => (
            <div key={label} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd className="min-w-0 break-words whitespace-pre-wrap narrow:mb-3">
                {words || <span className="text-ink-3">Left to the campaign</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="Campaigns started from it">
        {one.campaigns.length === 0 && <p className="text-ink-3">None yet.</p>}
        <ul className="flex flex-col gap-1">
          {one.campaigns.map((campaign) => (
            <li key={campaign.id}>
              <Link
                className="font-medium text-accent-ink hover:underline"
                to={`/campaigns/${campaign.id}`}
                search={{ tab: 'steps' } as never}
              >
                {campaign.name}
              </Link>
              <span className="text-ink-3">{`, version ${campaign.version}`}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Versions">
        <ol className="flex flex-col gap-1">
          {one.versions.map((version) => (
            <li key={version.version}>
              <span className="font-medium">{`Version ${version.version}`}</span>
              <span className="text-ink-2">{`: ${version.reason} – ${version.by}, `}</span>
              <When at={version.at} />
            </li>
          ))}
        </ol>
      </Card>
    </>
  )
}
