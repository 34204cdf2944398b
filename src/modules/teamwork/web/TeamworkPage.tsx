import { Page } from '../../../ui/kit/Page.tsx'
import { TeamsTab } from './TeamsTab.tsx'

const tabs = [{ value: 'teams', label: 'Teams', Shown: TeamsTab }]

export default function TeamworkPage() {
  return (
    <Page
      title="Teamwork"
      description="What we promise each other, what we learn, and who helps whom."
      tabs={tabs}
    >
      {(tab) => {
        const { Shown } = tabs.find((one) => one.value === tab) ?? tabs[0]!
        return <Shown />
      }}
    </Page>
  )
}
