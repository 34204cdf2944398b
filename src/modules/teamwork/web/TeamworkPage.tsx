import { type ComponentType, lazy, Suspense } from 'react'
import { Page, PageSkeleton } from '../../../ui/kit/Page.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { WhomToAsk } from '../../departments/web/index.ts'
import { TeamsTab } from './TeamsTab.tsx'

type Tab = { value: string; label: string; need?: string; Shown: ComponentType }
const tabs: Tab[] = [
  { value: 'teams', label: 'Teams', Shown: TeamsTab },
  {
    value: 'help',
    label: 'Help',
    Shown: lazy(() => import('./HelpTab.tsx').then((m) => ({ default: m.HelpTab }))),
  },
  {
    ...{ value: 'reviews', label: 'Reviews' },
    Shown: lazy(() => import('./ReviewsTab.tsx').then((m) => ({ default: m.ReviewsTab }))),
  },
  {
    ...{ value: 'improvements', label: 'Improvements' },
    Shown: lazy(() => import('./ImprovementsTab.tsx').then((m) => ({ default: m.ImprovementsTab }))),
  },
  {
    ...{ value: 'lessons', label: 'Lessons' },
    Shown: lazy(() => import('./LessonsTab.tsx').then((m) => ({ default: m.LessonsTab }))),
  },
  {
    ...{ value: 'feedback', label: 'Feedback', need: 'teamwork:write' },
    Shown: lazy(() => import('./FeedbackTab.tsx').then((m) => ({ default: m.FeedbackTab }))),
  },
  {
    value: 'wins',
    label: 'Wins',
    Shown: lazy(() => import('./WinsTab.tsx').then((m) => ({ default: m.WinsTab }))),
  },
  {
    ...{ value: 'delegation', label: 'Delegation' },
    Shown: lazy(() => import('./DelegationTab.tsx').then((m) => ({ default: m.DelegationTab }))),
  },
  {
    ...{ value: 'questions', label: 'Questions' },
    Shown: lazy(() => import('./QuestionsTab.tsx').then((m) => ({ default: m.QuestionsTab }))),
  },
  { value: 'directory', label: 'Whom to ask', need: 'departments:read', Shown: WhomToAsk },
]

export default function TeamworkPage() {
  const can = useCan()
  const mine = tabs.filter((one) => !one.need || can(one.need))
  return (
    <Page
      title="Teamwork"
      description="What we promise each other, what we learn, and who helps whom."
      tabs={mine.map(({ value, label }) => ({ value, label }))}
    >
      {(tab) => {
        const { Shown } = mine.find((one) => one.value === tab) ?? mine[0]!
        return (
          <Suspense fallback={<PageSkeleton />}>
            <Shown key={tab} />
          </Suspense>
        )
      }}
    </Page>
  )
}
