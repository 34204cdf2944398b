import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { ToneMark } from '../../../ui/parts/Badge.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type InForce, signing } from '../contract.ts'
import { basisOf } from '../rules/cover.ts'

type Days = { from?: string | undefined; to?: string | undefined }

/** What is signed for a metric in some days; nothing while it is not known. */
export function useInForce(metric: string, { from, to }: Days): InForce[] {
  const isOn = useCan()('metrics:read') && basisOf(metric) !== null
  const input = { metric, ...(from ? { from } : {}), ...(to ? { to } : {}) }
  const asked = useQuery(signing.inForce, input, { isOn, keepsOld: false })
  return asked.data?.items ?? []
}

/** Who signed what, and what has changed since. */
export const SignedLines = ({ items }: { items: InForce[] }) => (
  <ul className="flex flex-col gap-1">
    {items.map((one) => (
      <li key={one.id} className="flex flex-col gap-1">
        <span className="flex items-start gap-1.5">
          <PenLine size={14} aria-hidden="true" className="mt-[3px] shrink-0 text-ink-3" />
          <span>
            {`${before(one)}${one.says}${after(one)} `}
            <Link to="/signatures" className="whitespace-nowrap text-accent-ink underline">
              All signatures
            </Link>
          </span>
        </span>
        {one.doubts.map((doubt) => (
          <span key={doubt} className="flex items-start gap-1.5 text-warn">
            <span className="mt-[3px]">
              <ToneMark tone="warn" />
            </span>
            {doubt}
          </span>
        ))}
      </li>
    ))}
  </ul>
)

const before = ({ uses }: InForce): string => (uses === 'other' ? 'Not what was signed. ' : '')
const after = ({ isWhole, uses }: InForce): string =>
  isWhole || uses === 'other' ? '' : ' These days go beyond it.'
