import { FileSearch } from 'lucide-react'
import { useExplain } from '../../../ui/figure/useExplain.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { useQuery } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import type { Case } from '../contract.ts'

type Rests = NonNullable<Case['body']['parts'][number]['evidence']>

/** The figure of the catalogue that an amount rests on; opens its explanation, down to the rows. */
export function Evidence({ evidence }: { evidence: Rests }) {
  const { metric, from, to } = evidence
  const catalogue = useQuery(metrics.catalogue, {})
  const title = catalogue.data?.items.find((one) => one.id === metric)?.title ?? metric
  const { open, drawer } = useExplain({ metric, ...(from ? { from } : {}), ...(to ? { to } : {}) }, undefined)
  if (!open) return <span>{title}</span>
  return (
    <>
      <Button small look="quiet" icon={<FileSearch size={12} />} onClick={open}>
        {title}
      </Button>
      {drawer}
    </>
  )
}
