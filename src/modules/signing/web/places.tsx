import type { ReactNode } from 'react'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import type { ExplainRequest } from '../../../ui/port/Ports.tsx'
import { SignedLines, useInForce } from './Signed.tsx'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** For the Explain of any figure. */
export function useAgreedFigure({ metric, from, to }: ExplainRequest): ReactNode {
  const items = useInForce(metric, { from: textOf(from), to: textOf(to) })
  return items.length > 0 ? <SignedLines items={items} /> : null
}

/** Beside a metric that stands for a whole page, in the page’s period. */
function OnPage({ metric }: { metric: string }) {
  const items = useInForce(metric, usePeriod().range)
  return items.length > 0 && <SignedLines items={items} />
}

export const OnCredit = ({ model }: { model: string }) => <OnPage metric={`attributed_value_${model}`} />

export const OnReturn = ({ costs }: { costs: 'media' | 'full' }) => (
  <OnPage metric={costs === 'media' ? 'romi' : 'roi'} />
)
