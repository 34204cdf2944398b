import { Images } from 'lucide-react'
import { Page } from '../../../ui/kit/Page.tsx'
import { List } from '../../../ui/list/List.tsx'
import { UrlFilter } from '../../../ui/list/UrlFilter.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useQuery } from '../../../ui/query.ts'
import { useUrl, useUrlPatch } from '../../../ui/useUrl.ts'
import type { ModelId } from '../../attribution/contract.ts'
import { models } from '../../attribution/rules.ts'
import { useNothing } from '../../pipeline/web/index.ts'
import { type Asset, creative } from '../contract.ts'
import { levelTitles } from '../rules.ts'
import { columnsOf } from './columns.tsx'
import { type Answer, Weeks } from './Weeks.tsx'

export default function CreativePage() {
  const { asked, rows } = useAssets()
  const { data } = asked
  const [tab] = useUrl('tab', 'assets')
  const nothing = useNothing('advertisements', 'Import an ad report, and its advertisements show up here.')
  const tired = rows.filter((one) => one.tired !== null).length
  return (
    <Page
      hasPeriod
      title="Creative"
      isFlush={tab !== 'weeks'}
      description={
        data && data.items.length > 0 ? whatIsThere(data) : 'Each advertisement beside its numbers.'
      }
      tabs={[
        { value: 'assets', label: 'Assets', count: rows.length },
        { value: 'weeks', label: 'Week by week', count: tired },
      ]}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={data?.items.length === 0 && { icon: <Images size={24} />, ...nothing }}
    >
      {() =>
        data && (tab === 'weeks' ? <Weeks data={data} rows={rows} /> : <Assets data={data} rows={rows} />)
      }
    </Page>
  )
}

/** What the address asks for; the platform is chosen here, so that the choice of platforms stays whole. */
function useAssets() {
  const { range } = usePeriod()
  const [model] = useUrl('model')
  const [platform] = useUrl('platform')
  const known = models.find((one) => one.id === model)?.id
  const asked = useQuery(creative.assets, { ...range, ...(known ? { model: known } : {}) })
  const rows = (asked.data?.items ?? []).filter((one) => !platform || one.platform === platform)
  return { asked, rows }
}

const spelled = (name: string | null) => name?.replaceAll('_', ' ') ?? 'unnamed platform'

/** Says the level: campaign figures are not those of an advertisement. */
function whatIsThere({ levels, more, items }: Answer): string {
  const found = (Object.keys(levelTitles) as (keyof typeof levelTitles)[]).flatMap((level) => {
    const platforms = levels.filter((one) => one.level === level).map((one) => spelled(one.platform))
    return platforms.length > 0 ? [`${levelTitles[level]} for ${platforms.join(', ')}`] : []
  })
  return [
    `By ${found.join('; by ')}: the finest level of each export.`,
    'What came of it is known by campaign and never summed.',
    ...(more ? [`The ${items.length} that cost most.`] : []),
  ].join(' ')
}

function Assets({ data, rows }: { data: Answer; rows: Asset[] }) {
  const { range } = usePeriod()
  const goTo = useUrlPatch()
  return (
    <List<Asset>
      id="creative"
      what="advertisements"
      columns={columnsOf(data, range)}
      rows={rows}
      rowId={(one) => one.id}
      onOpen={(one) => goTo({ tab: 'weeks', asset: one.id })}
      filters={<Filters data={data} />}
    />
  )
}

const Filters = ({ data }: { data: Answer }) => (
  <>
    {data.levels.length > 1 && (
      <UrlFilter
        name="platform"
        label="Platform"
        anyLabel="Any platform"
        options={data.levels.map(({ platform }) => ({ value: platform ?? '', label: spelled(platform) }))}
      />
    )}
    <UrlFilter
      name="model"
      label="Model"
      anyLabel={`Attributed by ${data.model.title}`}
      options={models.map(({ id, title }): { value: ModelId; label: string } => ({
        value: id,
        label: title,
      }))}
    />
  </>
)
