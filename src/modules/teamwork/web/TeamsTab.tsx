import { Users } from 'lucide-react'
import { percent } from '../../../ui/format/number.ts'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type AgreementLine, teamwork } from '../contract.ts'
import { Entries } from './Entries.tsx'

/** The teams: what they promised, what they kept, whether they agreed on how they work. */
export function TeamsTab() {
  const asked = useQuery(teamwork.agreements, {})
  const items = asked.data?.items ?? []
  return (
    <FaceOf
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={
        items.length === 0 && {
          icon: <Users size={24} />,
          children: 'There is no team yet. A team agrees on how it works, and on who promises what.',
          action: <Button to="/teams">Make a team</Button>,
        }
      }
    >
      {() => (
        <Card>
          <Entries label="Teams" entries={items.map(entryOf)} />
        </Card>
      )}
    </FaceOf>
  )
}

const entryOf = (one: AgreementLine) => ({
  ...{ id: one.team.id, title: one.team.name, path: `/teamwork/teams/${one.team.id}` },
  badges: (
    <>
      {one.version === 0 && <Badge tone="warn">No agreement yet</Badge>}
      {one.hasSaidYes === false && <Badge tone="info">Waits for your yes</Badge>}
      {one.late > 0 && <Badge tone="bad">{`${one.late} late`}</Badge>}
    </>
  ),
  meta: [
    one.lead ? `Led by ${one.lead.name}` : 'No lead',
    `${one.members.length} people`,
    ...(one.version > 0
      ? [`${one.saidYes} of ${one.members.length} said yes to version ${one.version}`]
      : []),
    one.open === 1 ? '1 open commitment' : `${one.open} open commitments`,
    one.kept.share === null
      ? 'nothing fell due in the last 13 weeks'
      : `${percent(one.kept.share)} kept by their day (${one.kept.says})`,
  ].join(' · '),
})
