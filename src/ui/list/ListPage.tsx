import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useKeys } from '../keys/useKeys.ts'
import { Page, type PageProps } from '../kit/Page.tsx'
import { Button } from '../parts/Button.tsx'
import { List, type ListProps } from './List.tsx'

type Create = { label: string; path?: string; run?: () => void }
export type ListPageProps<Row> = ListProps<Row> &
  Pick<PageProps, 'title' | 'crumbs' | 'description' | 'actions' | 'hasPeriod'> & {
    /** A button, and `c`. */
    create?: Create
  }

export function ListPage<Row>({
  title,
  crumbs,
  description,
  actions,
  hasPeriod,
  create,
  ...list
}: ListPageProps<Row>) {
  const navigate = useNavigate()
  const start = () => (create?.path ? void navigate({ to: create.path }) : create?.run?.())
  useKeys({ c: start }, { isOn: Boolean(create) })
  return (
    <Page
      isFlush
      title={title}
      crumbs={crumbs}
      description={description}
      hasPeriod={hasPeriod}
      actions={
        <>
          {actions}
          {create && (
            <Button look="primary" icon={<Plus size={14} />} onClick={start}>
              {create.label}
            </Button>
          )}
        </>
      }
    >
      <List {...list} />
    </Page>
  )
}
