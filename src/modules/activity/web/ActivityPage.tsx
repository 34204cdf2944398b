import { address } from '../../../kernel/client.ts'
import { download } from '../../../ui/format/save.ts'
import { Exports } from '../../../ui/kit/Exports.tsx'
import { FaceOf, Page } from '../../../ui/kit/Page.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { SkeletonRows } from '../../../ui/parts/Faces.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { usePages, useQuery } from '../../../ui/query.ts'
import { useSearchParams, useUrlPatch } from '../../../ui/useUrl.ts'
import { activity } from '../contract.ts'
import { ChainBadge } from './ChainBadge.tsx'
import { EntryRow } from './EntryRow.tsx'

const isDay = (text: string | undefined) => text && /^\d{4}-\d{2}-\d{2}$/.test(text)

export default function ActivityPage() {
  const { actor, module, subject, from, to } = useSearchParams()
  const patch = useUrlPatch()
  const filter = {
    ...(actor ? { actor } : {}),
    ...(module ? { module } : {}),
    ...(subject ? { subject } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  }
  const choices = useQuery(activity.choices, {})
  const pages = usePages(activity.feed, { ...filter, limit: 50 }, (page) => page.nextCursor)
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Page
      title="Activity"
      description="Everything that was done here, by whom and through which door. Nobody can change or remove it."
      actions={
        <Exports onSave={(format) => download(address(activity.exportFeed, { ...filter, format }).url)} />
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        <UrlFilter
          name="actor"
          label="Who"
          options={(choices.data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <UrlFilter
          name="module"
          label="Area"
          options={(choices.data?.modules ?? []).map((value) => ({ value, label: value }))}
        />
        <span className="w-36">
          <DateInput label="From" value={from ?? ''} onChange={(day) => patch({ from: day || undefined })} />
        </span>
        <span className="w-36">
          <DateInput label="To" value={to ?? ''} onChange={(day) => patch({ to: day || undefined })} />
        </span>
        <ChainBadge />
        {subject && (
          <Button small onClick={() => patch({ subject: undefined })}>
            Only {subject} ×
          </Button>
        )}
      </div>
      <Card isFlush>
        <FaceOf
          isLoading={pages.isPending}
          error={entries.length === 0 && pages.error}
          onRetry={pages.refetch}
          skeleton={<SkeletonRows rows={10} columns={3} />}
          empty={entries.length === 0 && { children: 'Nothing happened that fits these filters.' }}
        >
          {() => (
            <ul className="divide-y divide-line">
              {entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} onSubject={(id) => patch({ subject: id })} />
              ))}
            </ul>
          )}
        </FaceOf>
      </Card>
      {pages.hasNextPage && (
        <Button
          className="self-center"
          isBusy={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </Page>
  )
}
