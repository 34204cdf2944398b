import type { ReactNode } from 'react'
import { When } from '../format/Values.tsx'
import { t } from '../messages/index.ts'
import { Badge } from '../parts/Badge.tsx'

type Version = { version: number; by: string | null; changedAt: string | null; reason: string }

/** Every version of a definition, the one in force first: who changed it, when and why, and what it said. */
export function Versions<V extends Version>({
  versions,
  inWords,
}: {
  versions: V[]
  inWords: (version: V) => ReactNode
}) {
  return (
    <ol className="flex flex-col divide-y divide-line">
      {versions.map((one, at) => (
        <li key={one.version} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {t('versions.version', { n: one.version })}
            {at === 0 && <Badge tone="good">{t('versions.inForce')}</Badge>}
            <span className="font-normal text-ink-3">
              {one.by && `${one.by}, `}
              {one.changedAt && <When at={one.changedAt} />}
            </span>
          </p>
          <p className="text-ink-2">{one.reason}</p>
          <p className="text-sm text-ink-3">{inWords(one)}</p>
        </li>
      ))}
    </ol>
  )
}
