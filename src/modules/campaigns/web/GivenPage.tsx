import { Suspense } from 'react'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { Files } from '../../files/web/index.ts'
import { campaigns } from '../contract.ts'
import { levelTitles } from '../rules.ts'
import { BriefShown } from './BriefShown.tsx'
import { givenSlot } from './slots.ts'

/** The briefs a guest was given, and nothing else of campaigns. */
export default function GivenPage() {
  const asked = useQuery(campaigns.given, {})
  const items = asked.data?.items ?? []
  return (
    <Page
      title="Given to me"
      description="The briefs of the campaigns you work on."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
      empty={
        items.length === 0 && {
          children: 'Nobody has given you a campaign yet. Ask whoever you work with to give you its brief.',
        }
      }
    >
      {() =>
        items.map((one) => (
          <Card
            key={one.id}
            title={one.name}
            hint={`${levelTitles[one.level]}, owned by ${one.owner}`}
            actions={<Badge>{one.standing}</Badge>}
          >
            <BriefShown brief={one.brief} />
            <Files kind="campaign" id={one.id} isInLine />
            <Suspense>
              {givenSlot.all.map((Part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
                <Part key={at} id={one.id} />
              ))}
            </Suspense>
          </Card>
        ))
      }
    </Page>
  )
}
