import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ErrorState, Skeleton } from '../../../ui/parts/Faces.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { Alone } from '../../identity/web/index.ts'
import { departments, type SharedPage as SharedThing } from '../contract.ts'
import { PageText } from './PageText.tsx'
import { TieRow } from './Ties.tsx'

/** What a link shows to somebody without a session. */
export default function SharedPage() {
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const { attempt } = useCommand(departments.visit, { isQuiet: true })
  const [page, setPage] = useState<SharedThing>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    attempt({ token }).then(setPage, setError)
  }, [token, attempt])
  if (error)
    return (
      <Alone title="This link shows nothing">
        <Card>
          <ErrorState isSmall what={sentence(error)} safe="Nothing was changed." />
        </Card>
      </Alone>
    )
  if (!page)
    return (
      <Alone title="One moment">
        <Skeleton className="h-32" />
      </Alone>
    )
  return <Shown page={page} />
}

const Shown = ({ page }: { page: SharedThing }) => (
  <Alone isWide title={`${page.organisation} marketing for ${page.name}`} hint={page.summary}>
    <PageText said={page} />
    {page.tied && page.tied.length > 0 && (
      <Card title="What it is tied to">
        <div className="flex flex-col gap-3">
          {page.tied.map((one) => (
            <TieRow key={`${one.kind} ${one.name}`} one={one} />
          ))}
        </div>
      </Card>
    )}
    <p className="text-sm text-ink-3">
      {'Written '}
      <Day date={page.savedAt.slice(0, 10)} />
      {'. This link ends '}
      <Day date={page.expiresAt.slice(0, 10)} />.
    </p>
  </Alone>
)
