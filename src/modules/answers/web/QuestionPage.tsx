import { useParams } from '@tanstack/react-router'
import { Day } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { Thread } from '../../threads/web/index.ts'
import { answers, type Question } from '../contract.ts'
import { AnswerDeeds } from './AnswerDeeds.tsx'
import { AnswerEditor } from './AnswerEditor.tsx'
import { AnswerInForce } from './AnswerInForce.tsx'
import { AnswerVersions } from './AnswerVersions.tsx'
import { Group } from './Group.tsx'
import { Occasions } from './Occasions.tsx'
import { StateBadge } from './StateBadge.tsx'

export default function QuestionPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(answers.show, { id })
  const [edit, setEdit] = useUrl('edit')
  const one = asked.data
  const isEditing = edit === '1' && one?.can.answer === true
  return (
    <DetailPage
      title={one?.text ?? 'Question'}
      crumbs={[{ title: 'Questions', path: '/questions' }]}
      description={one && <Said one={one} />}
      actions={one && !isEditing && <AnswerDeeds one={one} onWrite={() => setEdit('1')} />}
      {...(one?.can.answer && !isEditing && one.version > 0 ? { onEdit: () => setEdit('1') } : {})}
      {...(one ? { properties: propertiesOf(one) } : {})}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        one &&
        (isEditing ? (
          <AnswerEditor key={one.id} one={one} onClose={() => setEdit('')} />
        ) : (
          <Shown one={one} />
        ))
      }
    </DetailPage>
  )
}

const Said = ({ one }: { one: Question }) => (
  <span className="flex flex-wrap items-center gap-2">
    <StateBadge state={one.state} />
    {one.versions.find((said) => said.version === one.publishedVersion)?.audience === 'everybody' && (
      <Badge tone="info">For everybody</Badge>
    )}
    {one.isDue && <Badge tone="warn">To be looked at again</Badge>}
    {`Asked ${one.asked} × by ${one.askers}`}
  </span>
)

const propertiesOf = (one: Question) => [
  { label: 'First asked', value: <Day date={one.firstOn} /> },
  { label: 'Last asked', value: <Day date={one.lastOn} /> },
  { label: 'Owner', value: one.owner?.name ?? 'Nobody yet' },
  { label: 'Look again', value: one.reviewOn ? <Day date={one.reviewOn} /> : 'No day' },
  { label: 'Helped', value: one.helped },
  { label: 'Did not help', value: one.notHelped },
  { label: 'Read by', value: one.readers.length },
]

const Shown = ({ one }: { one: Question }) => (
  <>
    {one.version > 0 && one.publishedVersion !== null && one.publishedVersion < one.version && (
      <Notice tone="info">{`Version ${one.publishedVersion} is published; version ${one.version} is not yet.`}</Notice>
    )}
    <AnswerInForce one={one} />
    <Group one={one} />
    <Occasions one={one} />
    {one.versions.length > 0 && <AnswerVersions one={one} />}
    <Thread kind="question" id={one.id} />
  </>
)
