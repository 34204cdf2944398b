import { Button } from '../../../../ui/parts/Button.tsx'
import type { Mine } from '../../contract.ts'
import { ItemRows, Section } from './ItemRows.tsx'

const titles = { own: 'Around you', teams: 'Your teams', now: 'Act now' }
const empties = {
  own: 'What others do is left out by default.',
  teams: 'Your teams have nothing else open.',
  now: 'Nothing else calls to act now.',
}

type FeedCardProps = { feed: Mine['feed']; today: string; onWide: (isWide: boolean) => void }

/** What others do: narrow by default, as wide as one may read on request; what is left out is said. */
export function FeedCard({ feed, today, onWide }: FeedCardProps) {
  return (
    <Section
      title={feed.isWide ? 'Everything open' : titles[feed.kind]}
      count={feed.items.length}
      hint={feed.says}
      actions={
        <Button small aria-keyshortcuts="w" onClick={() => onWide(!feed.isWide)}>
          {feed.isWide ? 'Narrow' : 'Widen'}
        </Button>
      }
    >
      <ItemRows
        items={feed.items}
        today={today}
        showsWho
        empty={feed.isWide ? 'Nothing else is open.' : empties[feed.kind]}
      />
      {feed.isWide && (
        <Button small look="quiet" to="/work">
          All items as a table
        </Button>
      )}
    </Section>
  )
}
