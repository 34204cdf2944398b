import { FaceOf, Page } from '../../../ui/kit/Page.tsx'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { optimiser } from '../contract.ts'
import { Contributions } from './Contributions.tsx'
import { Curves } from './Curves.tsx'
import { Fitting } from './Fitting.tsx'
import { Proposed } from './Proposed.tsx'
import { Unfitted } from './Unfitted.tsx'

const tabs = [
  { value: 'proposal', label: 'Proposed spend' },
  { value: 'curves', label: 'Response curves' },
  { value: 'contributions', label: 'What brought what' },
] as const

export default function OptimiserPage() {
  const known = useQuery(optimiser.outcomes, {})
  const [wanted, setMetric] = useUrl('outcome')
  const metric = wanted || known.data?.usual || ''
  return (
    <Page
      title="Optimiser"
      description="What more or less spend on each channel would bring, learnt from the weeks there are, and the spend that brings most."
      tabs={tabs}
      isLoading={known.isPending}
      error={known.error}
      onRetry={known.refetch}
    >
      {(tab) => (
        <>
          <Combobox
            label="Outcome"
            className="w-60"
            value={metric || null}
            options={(known.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(id) => id && setMetric(id)}
          />
          {metric && <Outcome key={metric} metric={metric} tab={tab} />}
        </>
      )}
    </Page>
  )
}

function Outcome({ metric, tab }: { metric: string; tab: string }) {
  const latest = useQuery(optimiser.latest, { metric }, { keepsOld: false })
  const finished = latest.data?.finished ?? null
  const shown = useQuery(optimiser.show, { id: finished ?? '' }, { isOn: finished !== null })
  return (
    <FaceOf
      isLoading={latest.isPending || (finished !== null && shown.isPending)}
      error={latest.error ?? shown.error}
      onRetry={() => void (latest.error ? latest.refetch() : shown.refetch())}
    >
      {() => (
        <>
          <Fitting metric={metric} run={latest.data?.run ?? null} fitted={shown.data ?? null} />
          {finished === null && <Unfitted metric={metric} run={latest.data?.run ?? null} />}
          {shown.data && tab === 'proposal' && <Proposed data={shown.data} />}
          {shown.data && tab === 'curves' && <Curves data={shown.data} />}
          {shown.data && tab === 'contributions' && <Contributions data={shown.data} />}
        </>
      )}
    </FaceOf>
  )
}
