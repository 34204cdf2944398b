import { Page } from '../../../ui/kit/Page.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { imports } from '../../imports/contract.ts'
import { quality } from '../contract.ts'
import { Unread } from './Unread.tsx'
import { WordsSet } from './WordsSet.tsx'

const kinds = [
  { value: 'channel', label: 'Channels' },
  { value: 'stage', label: 'Stages' },
] as const
type Kind = (typeof kinds)[number]['value']

export default function VocabularyPage() {
  const [asked, setKind] = useUrl('kind', 'channel')
  const kind: Kind = asked === 'stage' ? 'stage' : 'channel'
  const unread = useQuery(quality.unmapped, { kind })
  const words = useQuery(imports.vocabulary, {})
  const known = [
    ...new Set([
      ...(words.data?.items ?? []).filter((word) => word.kind === kind).map((word) => word.value),
      ...(unread.data?.items ?? []).flatMap((one) => one.suggestion ?? []),
    ]),
  ].filter(Boolean)
  return (
    <Page
      title="Vocabulary"
      description="Systems name the same thing differently. Say once how a value is read; every figure follows at once."
      tabs={[
        { value: 'unread', label: 'Not read yet', count: unread.data?.items.length },
        { value: 'set', label: 'Words we set', count: words.data?.items.length },
      ]}
      isLoading={unread.isPending || words.isPending}
      error={unread.error ?? words.error}
      onRetry={() => void Promise.all([unread.refetch(), words.refetch()])}
    >
      {(tab) =>
        tab === 'set' ? (
          <WordsSet words={words.data?.items ?? []} />
        ) : (
          <>
            <Segmented label="Kind" value={kind} options={kinds} onChange={setKind} />
            <Unread key={kind} items={unread.data?.items ?? []} known={known} />
          </>
        )
      }
    </Page>
  )
}
