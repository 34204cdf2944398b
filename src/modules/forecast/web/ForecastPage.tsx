import { Page } from '../../../ui/kit/Page.tsx'
import { Landing } from './Landing.tsx'
import { OneMetric } from './OneMetric.tsx'

const tabs = [
  { value: 'metric', label: 'Any metric' },
  { value: 'landing', label: 'Pipeline landing' },
] as const

export default function ForecastPage() {
  return (
    <Page
      title="Forecast"
      description="Where a figure is heading, within which limits, and how wrong the same method would have been before."
      tabs={tabs}
    >
      {(tab) => (tab === 'landing' ? <Landing /> : <OneMetric />)}
    </Page>
  )
}
