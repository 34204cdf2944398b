import type { ReactNode } from 'react'
import { figure, type Unit } from '../format/figure.ts'
import { FaceOf, type Faces } from '../kit/Page.tsx'
import { t } from '../messages/index.ts'
import { Badge } from '../parts/Badge.tsx'
import { Drawer } from '../parts/Drawer.tsx'
import { useOrganisation } from '../port/Ports.tsx'
import { type ExplainRows, type ExplainSource, RowsBehind, Sources } from './ExplainParts.tsx'
import { Grade, type GradeProps } from './Grade.tsx'

export type ExplainDrawerProps<Row> = Omit<Faces, 'empty'> & {
  isOpen: boolean
  onClose: () => void
  figure?: {
    label: string
    value: number | null | undefined
    unit: Unit
    currency?: string
    reason?: string
    grade?: GradeProps
  }
  definition?: ReactNode
  formula?: string
  period?: string
  /** A name and its value, or a condition in words. */
  filters?: { name?: string; value: string }[]
  /** The agreement that locked it. */
  agreed?: ReactNode
  sources?: ExplainSource[]
  rows?: ExplainRows<Row>
  /** Why some rows, or all, are not shown to this reader. */
  withheld?: string
  children?: ReactNode
}

/** Where a figure comes from, down to its rows. */
export function ExplainDrawer<Row>({
  isOpen,
  onClose,
  isLoading,
  error,
  onRetry,
  skeleton,
  ...about
}: ExplainDrawerProps<Row>) {
  return (
    <Drawer isWide isOpen={isOpen} onClose={onClose} title={about.figure?.label ?? t('explain.title')}>
      <div className="flex flex-col gap-6 p-5">
        <FaceOf isLoading={isLoading} error={error} onRetry={onRetry} skeleton={skeleton}>
          {() => <Full {...about} />}
        </FaceOf>
      </div>
    </Drawer>
  )
}

type About<Row> = Omit<ExplainDrawerProps<Row>, 'isOpen' | 'onClose' | keyof Faces>

function Full<Row>({
  figure: shown,
  definition,
  formula,
  period,
  filters = [],
  agreed,
  sources = [],
  rows,
  withheld,
  children,
}: About<Row>) {
  const organisation = useOrganisation()
  return (
    <>
      {shown && (
        <div>
          <p className="tabular flex items-center gap-2 text-2xl font-semibold">
            {figure(shown.value, shown.unit, shown.currency ?? organisation.currency)}
            {shown.grade && <Grade {...shown.grade} />}
          </p>
          {shown.reason && <p className="text-ink-2">{shown.reason}</p>}
          {shown.grade?.why && <p className="text-ink-2">{shown.grade.why}</p>}
        </div>
      )}
      {definition && <Part title={t('explain.definition')}>{definition}</Part>}
      {formula && (
        <Part title={t('explain.formula')}>
          <code className="block rounded-md bg-sunken px-3 py-2 font-mono text-sm break-words whitespace-pre-wrap">
            {formula}
          </code>
        </Part>
      )}
      <Part title={t('explain.filters')}>
        <div className="flex flex-wrap gap-1">
          {period && <Badge tone="accent">{`${t('explain.period')}: ${period}`}</Badge>}
          {filters.map(({ name, value }) => (
            <Badge key={`${name} ${value}`}>{name ? `${name}: ${value}` : value}</Badge>
          ))}
          {filters.length === 0 && <span className="text-ink-3">{t('explain.noFilters')}</span>}
        </div>
      </Part>
      {agreed && <Part title={t('explain.locked')}>{agreed}</Part>}
      <Part title={t('explain.sources')}>
        {sources.length === 0 ? (
          <span className="text-ink-3">{t('explain.noSources')}</span>
        ) : (
          <Sources sources={sources} />
        )}
      </Part>
      {children}
      {withheld && <Part title={rows ? undefined : t('explain.rows')}>{withheld}</Part>}
      {rows && <RowsBehind {...rows} name={shown?.label ?? 'rows'} />}
    </>
  )
}

export const Part = ({ title, children }: { title?: string; children: ReactNode }) => (
  <section className="flex flex-col gap-1.5">
    {title && <h3 className="text-sm font-medium text-ink-3">{title}</h3>}
    <div>{children}</div>
  </section>
)
