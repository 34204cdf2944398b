import type { ErrorComponentProps } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { Page } from '../ui/kit/Page.tsx'
import { t } from '../ui/messages/index.ts'
import { Button } from '../ui/parts/Button.tsx'
import { EmptyState, ErrorState } from '../ui/parts/Faces.tsx'
import { sentence } from '../ui/query.ts'

export function NotFound() {
  return (
    <Page title={t('shell.notFound')} description={t('shell.notFoundHint')}>
      <EmptyState
        icon={<Compass size={24} />}
        action={
          <Button look="primary" to="/">
            {t('shell.goHome')}
          </Button>
        }
      >
        {decodeURI(location.pathname)}
      </EmptyState>
    </Page>
  )
}

const isStale = (error: unknown) => error instanceof TypeError && /module/i.test(error.message)

/** A page that broke; a page whose code was replaced by a newer build says to load it again. */
export function Fault({ error, reset }: ErrorComponentProps) {
  if (isStale(error)) {
    return (
      <ErrorState
        what={t('shell.newVersion')}
        action={<Button onClick={() => location.reload()}>{t('shell.reload')}</Button>}
      />
    )
  }
  return (
    <ErrorState what={t('face.broken')} safe={`${t('face.safe')} (${sentence(error)})`} onRetry={reset} />
  )
}

export function Welcome() {
  return (
    <Page title={t('shell.home')}>
      <EmptyState>{t('shell.welcome')}</EmptyState>
    </Page>
  )
}
