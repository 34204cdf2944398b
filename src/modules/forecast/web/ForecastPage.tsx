import { Page } from '../../../ui/kit/Page.tsx'
import { OneMetric } from './OneMetric.tsx'

export default function ForecastPage() {
  return (
    <Page
      title="Forecast"
      description="Where a figure is heading, within which limits, and how wrong the same method would have been before."
    >
      <OneMetric />
    </Page>
  )
}
