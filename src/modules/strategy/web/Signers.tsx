import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Kpi } from '../contract.ts'

/** Where the two sign. */
export const Signers = ({ kpi }: { kpi: Kpi }) => (
  <ul className="grid grid-cols-2 gap-(--gap) max-[720px]:grid-cols-1">
    {kpi.signers.map(({ role, roleTitle, person, signed }) => (
      <li key={role} className="flex flex-col gap-1 rounded-md border border-line px-3 py-2">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{person.name}</span>
          <span className="text-ink-3">{roleTitle}</span>
          {signed ? (
            <Badge tone="good">Signed</Badge>
          ) : (
            <Badge tone="info">{kpi.state === 'open' ? 'Waits' : 'Not signed'}</Badge>
          )}
        </span>
        {signed && (
          <span className="text-ink-2">
            <When at={signed.at} />
            {signed.note && ` “${signed.note}”`}
          </span>
        )}
      </li>
    ))}
  </ul>
)
