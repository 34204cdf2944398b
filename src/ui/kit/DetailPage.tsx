import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKeys } from '../keys/useKeys.ts'
import { t } from '../messages/index.ts'
import { Button } from '../parts/Button.tsx'
import { Page, type PageProps } from './Page.tsx'

export type Property = { label: string; value: ReactNode }
export type DetailPageProps = Omit<PageProps, 'isFlush' | 'isNarrow' | 'children'> & {
  properties?: Property[]
  /** A button, and `e`. */
  onEdit?: () => void
  children?: PageProps['children']
}

/** One record: what it is in the middle, its properties at the side. */
export function DetailPage({ properties, onEdit, actions, children, ...page }: DetailPageProps) {
  const edit = () => onEdit?.()
  useKeys({ e: edit }, { isOn: Boolean(onEdit) })
  const both = (
    <>
      {actions}
      {onEdit && (
        <Button icon={<Pencil size={14} />} onClick={edit}>
          {t('detail.edit')}
        </Button>
      )}
    </>
  )
  return (
    <Page {...page} actions={both}>
      {(tab) => (
        <div className="flex items-start gap-8 max-[960px]:flex-col-reverse max-[960px]:items-stretch">
          <div className="flex min-w-0 flex-1 flex-col gap-(--gap)">
            {typeof children === 'function' ? children(tab) : children}
          </div>
          {properties && <Properties properties={properties} />}
        </div>
      )}
    </Page>
  )
}

export function Properties({ properties }: { properties: Property[] }) {
  return (
    <dl className="grid w-70 shrink-0 grid-cols-[auto_1fr] gap-x-4 rounded-lg border border-line bg-surface px-4 py-2 max-[960px]:w-full">
      {properties.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="flex min-h-8 items-center text-ink-3">{label}</dt>
          <dd className="flex min-h-8 min-w-0 items-center justify-end text-right break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
