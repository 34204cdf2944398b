import { Day } from '../../../ui/format/Values.tsx'
import { useQuery } from '../../../ui/query.ts'
import { launches } from '../contract.ts'
import { StateBadge } from './words.tsx'

/** Under a brief that was given to a guest: what it is for comes out when. */
export default function GivenLaunches({ id }: { id: string }) {
  const all = useQuery(launches.given, {}).data?.items ?? []
  const own = all.filter((one) => one.campaigns.some((campaign) => campaign.id === id))
  if (own.length === 0) return null
  return (
    <section aria-label="Launches" className="mt-4 border-t border-line pt-3">
      <h3 className="font-medium">What it launches</h3>
      <ul className="flex flex-col gap-1">
        {own.map((one) => (
          <li key={one.name} className="flex flex-wrap items-center gap-x-2">
            <span>{`${one.name} (${one.products.join(', ')})`}</span>
            <span className="text-ink-2">
              {'on '}
              <Day date={one.launchOn} />
              {one.announceOn && ', announced '}
              {one.announceOn && <Day date={one.announceOn} />}
            </span>
            <StateBadge state={one.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
