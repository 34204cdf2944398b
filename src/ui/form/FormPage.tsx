import { useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import { Page, type PageProps } from '../kit/Page.tsx'
import { Form, type FormProps } from './Form.tsx'

export type FormPageProps<S extends z.ZodObject, R> = FormProps<S, R> &
  Pick<PageProps, 'title' | 'crumbs' | 'description' | 'isLoading' | 'error' | 'onRetry'> & {
    cancelPath?: string
  }

export function FormPage<S extends z.ZodObject, R>({
  title,
  crumbs,
  description,
  isLoading,
  error,
  onRetry,
  cancelPath,
  ...form
}: FormPageProps<S, R>) {
  const navigate = useNavigate()
  const cancel = cancelPath ? () => void navigate({ to: cancelPath }) : form.onCancel
  return (
    <Page
      isNarrow
      title={title}
      crumbs={crumbs}
      description={description}
      isLoading={isLoading}
      error={error}
      onRetry={onRetry}
    >
      {() => <Form {...form} onCancel={cancel} />}
    </Page>
  )
}
