import { Day } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { ListPage } from '../../../ui/list/ListPage.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useSearchParams, useUrl, useUrlPatch } from '../../../ui/useUrl.ts'
import { type Blocker, blockers, causeNames, causes } from '../contract.ts'
import { BlockerDrawer } from './BlockerDrawer.tsx'
import { BlockForm } from './BlockForm.tsx'
import { daysInWords, Standing } from './words.tsx'

const states = [
  { value: 'open', label: 'Open' },
  { value: 'ended', label: 'Ended' },
  { value: 'all', label: 'All' },
] as const
const kinds = [
  { value: 'internal', label: 'Internal' },
  { value: 'external', label: 'External' },
] as const
const known = <const T extends readonly { value: string }[]>(options: T, value: string | undefined) =>
  options.find((one) => one.value === value)?.value as T[number]['value'] | undefined

export default function BlockersPage() {
  const search = useSearchParams()
  const patch = useUrlPatch()
  const [state, setState] = useUrl('state', 'open')
  const cause = causes.find((one) => one === search.cause)
  const kind = known(kinds, search.kind)
  const asked = useQuery(blockers.list, {
    state: known(states, state) ?? 'open',
    ...(search.itemId ? { itemId: search.itemId } : {}),
    ...(cause ? { cause } : {}),
    ...(kind ? { kind } : {}),
  })
  const openId = search.open
  const open = (id?: string) => patch({ open: id })
  const nudge = useNudge()
  const shown = asked.data?.items.find((one) => one.id === openId)
  const mayWrite = asked.data?.can.write ?? false
  const startNew = () => patch({ show: 'new' })
  return (
    <>
      <ListPage<Blocker>
        id="blockers"
        title="Blockers"
        what="blockers"
        description={describe(asked.data)}
        rows={asked.data?.items}
        rowId={(one) => one.id}
        onOpen={(one) => open(one.id)}
        columns={columns}
        actions={<Button to="/delays">Days lost</Button>}
        {...(mayWrite ? { create: { label: 'Block an item', run: startNew } } : {})}
        filters={
          <>
            <Segmented
              label="Which"
              value={known(states, state) ?? 'open'}
              options={states}
              onChange={setState}
            />
            <UrlFilter name="kind" label="Side" options={kinds} />
            <UrlFilter
              name="cause"
              label="Cause"
              options={causes.map((value) => ({ value, label: causeNames[value] }))}
            />
          </>
        }
        bulk={mayWrite ? [{ label: 'Remind who sees to it', run: nudge }] : []}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={{
          children: search.itemId
            ? 'Nothing blocks this item.'
            : 'Nothing is blocked. When an item waits for somebody, press c: say for whom, and who sees to it.',
          ...(search.itemId
            ? { action: <Button onClick={() => patch({ itemId: undefined })}>Show all</Button> }
            : {}),
        }}
      />
      {shown && <BlockerDrawer of={shown} onClose={() => open()} />}
      {search.show === 'new' && mayWrite && (
        <BlockForm item={search.item ?? ''} onClose={() => patch({ show: undefined, item: undefined })} />
      )}
    </>
  )
}

const describe = (data: { open: number; medianDays: number | null } | undefined): string =>
  data && data.medianDays !== null
    ? `${data.open} open, half of them for ${data.medianDays === 1 ? '1 day' : `${data.medianDays} days`} or more. The oldest first.`
    : 'What work waits for, who sees to it, and how long already.'

function useNudge() {
  const nudge = useCommand(blockers.nudge)
  return async (rows: Blocker[]) => {
    const done = await nudge.run({ ids: rows.map((one) => one.id) })
    if (!done) return
    const rest = done.passedOver > 0 ? `${done.passedOver} were reminded today already, or have ended.` : ''
    toast(done.nudged === 1 ? 'Reminded one' : `Reminded ${done.nudged}`, rest ? { detail: rest } : {})
  }
}

const columns: Column<Blocker>[] = [
  {
    ...{ id: 'item', title: 'Item', value: (one) => `W-${one.item.number} ${one.item.title}` },
  },
  { id: 'reason', title: 'Reason', value: (one) => one.reason },
  {
    ...{ id: 'standing', title: 'Standing', value: (one) => (one.ended ? 'ended' : 'open'), width: 170 },
    cell: (one) => (
      <span className="flex gap-1">
        <Standing of={one} />
      </span>
    ),
  },
  { id: 'party', title: 'By whom', value: (one) => one.party, width: 140 },
  { id: 'owner', title: 'Sees to it', value: (one) => one.owner.name, width: 130 },
  {
    ...{ id: 'age', title: 'Age', value: (one) => one.days, align: 'end', width: 90 },
    cell: (one) => daysInWords(one.days),
  },
  {
    ...{ id: 'expected', title: 'Expected', value: (one) => one.expectedOn, width: 110 },
    cell: (one) => (one.expectedOn ? <Day date={one.expectedOn} /> : '–'),
  },
  {
    ...{
      isHidden: true,
      id: 'waits',
      title: 'Waits',
      value: (one) => one.waits.items.length,
      align: 'end',
      width: 80,
    },
    cell: (one) => (one.waits.items.length === 0 ? '–' : `${one.waits.items.length} more`),
  },
  { id: 'cause', title: 'Cause', value: (one) => causeNames[one.cause], isHidden: true },
]
