import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ErrorState, Skeleton } from '../../../ui/parts/Faces.tsx'
import { sentence, useQuery } from '../../../ui/query.ts'
import { identity } from '../contract.ts'
import { Alone } from './Alone.tsx'

type Holder = { name: string; email: string; organisation: string }

/** Whom a one-time link is for, before it is used; why it does not work, if so. */
export function LinkFrame({
  purpose,
  title,
  children,
}: {
  purpose: 'invite' | 'reset'
  title: (holder?: Holder) => string
  children: (token: string, holder: Holder) => ReactNode
}) {
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const link = useQuery(identity.link, { token, purpose })
  const { data, error } = link
  return (
    <Alone title={error ? 'This link does not work' : title(data)} hint={!error && data?.email}>
      <Card>
        {error ? (
          <ErrorState
            isSmall
            what={sentence(error)}
            safe="Nothing was changed."
            action={<Button to="/sign-in">Go to sign-in</Button>}
          />
        ) : (
          <FaceOf isLoading={!data} skeleton={<Skeleton className="h-32" />}>
            {() => data && children(token, data)}
          </FaceOf>
        )}
      </Card>
    </Alone>
  )
}
