import { useKeys } from '../../../../ui/keys/useKeys.ts'
import { Page } from '../../../../ui/kit/Page.tsx'
import { Button } from '../../../../ui/parts/Button.tsx'
import { useCan } from '../../../../ui/port/Ports.tsx'
import { useQuery } from '../../../../ui/query.ts'
import { useUrl } from '../../../../ui/useUrl.ts'
import { type Mine, work } from '../../contract.ts'
import { ItemDrawer } from '../item/ItemDrawer.tsx'
import { openNewItem } from '../new-item.ts'
import { useUndo } from '../undo.ts'
import { FeedCard } from './FeedCard.tsx'
import { ItemRows, Section } from './ItemRows.tsx'
import { useRowKeys } from './useRowKeys.ts'
import { WaitingCard } from './WaitingCard.tsx'

export default function MinePage() {
  const [wide, setWide] = useUrl('wide')
  const asked = useQuery(work.mine, { isWide: wide === 'yes' })
  const canEdit = useCan()('work:write')
  const undo = useUndo()
  const start = () => openNewItem()
  useKeys({ c: start, z: undo.takeLast }, { isOn: canEdit })
  useKeys({ w: () => setWide(wide === 'yes' ? '' : 'yes') })
  useRowKeys()
  return (
    <Page
      title="My work"
      actions={
        canEdit && (
          <Button look="primary" onClick={start}>
            New item
          </Button>
        )
      }
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={() => void asked.refetch()}
    >
      {() =>
        asked.data && (
          <>
            <Full mine={asked.data} onWide={(isWide) => setWide(isWide ? 'yes' : '')} />
            <ItemDrawer />
          </>
        )
      }
    </Page>
  )
}

/** Wide screens show what waits at the side of what is to be done. */
function Full({ mine, onWide }: { mine: Mine; onWide: (isWide: boolean) => void }) {
  const { now, week, later, today } = mine
  const isFree = now.length + week.length + later.length === 0
  return (
    <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-(--gap) max-[960px]:grid-cols-1">
      <div className="flex min-w-0 flex-col gap-(--gap)">
        {isFree && (
          <Section title="Yours">
            <p className="text-ink-2">
              Nothing is assigned to you. Take something from a board with A, or add what you are about to do
              with C.
            </p>
          </Section>
        )}
        {!isFree && (
          <Section title="By now" count={now.length} hint="Due, urgent, or to be acted on now">
            <ItemRows items={now} today={today} empty="Nothing presses." />
          </Section>
        )}
        {week.length > 0 && (
          <Section title="This week" count={week.length} hint="Due within seven days">
            <ItemRows items={week} today={today} empty="" />
          </Section>
        )}
        {later.length > 0 && (
          <Section title="Later" count={later.length}>
            <ItemRows items={later} today={today} empty="" />
          </Section>
        )}
        <FeedCard feed={mine.feed} today={today} onWide={onWide} />
      </div>
      <WaitingCard mine={mine} />
    </div>
  )
}
