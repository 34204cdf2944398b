import { ChartLine, Download, Table2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import { saveFile, saveTable } from '../format/save.ts'
import { exportItems } from '../kit/Exports.tsx'
import { FaceOf, type Faces } from '../kit/Page.tsx'
import { t } from '../messages/index.ts'
import { IconButton } from '../parts/Button.tsx'
import { Card } from '../parts/Card.tsx'
import { Skeleton } from '../parts/Faces.tsx'
import { Menu } from '../parts/Menu.tsx'
import { useOrganisation } from '../port/Ports.tsx'
import type { DrawingHandle } from './Drawing.tsx'
import type { Picked } from './pick.ts'
import { type ChartSpec, isBare, nameOf } from './shape.ts'
import { Twin } from './Twin.tsx'
import { twinTable } from './twin.ts'

const Drawing = lazy(() => import('./Drawing.tsx'))

export type ChartProps = ChartSpec &
  Omit<Faces, 'skeleton'> & {
    /** The finding, when there is one; else what is shown. */
    title: string
    hint?: ReactNode
    actions?: ReactNode
    height?: number
    renderer?: 'canvas' | 'svg'
    /** Heads the first column of the table twin. */
    categoryTitle?: string
    /** Called with the point or bar that was clicked, in the drawing or its table. */
    onSelect?: (picked: Picked) => void
  }

export function Chart({
  title,
  hint,
  actions,
  height = 280,
  renderer,
  categoryTitle = t('chart.category'),
  onSelect,
  isLoading,
  error,
  onRetry,
  empty,
  ...given
}: ChartProps) {
  const organisation = useOrganisation()
  const [isTable, setTable] = useState(false)
  const handle = useRef<DrawingHandle>(null)
  const spec = useSpec({ ...given, currency: given.currency ?? organisation.currency })
  const isReady = !isLoading && !error && !isBare(spec)
  return (
    <Card
      title={title}
      hint={hint}
      actions={
        <>
          {actions}
          {isReady && <Tools {...{ title, spec, categoryTitle, handle, isTable, setTable }} />}
        </>
      }
    >
      <FaceOf
        isLoading={isLoading}
        error={error}
        onRetry={onRetry}
        empty={isBare(spec) && (empty || { children: t('chart.none') })}
        skeleton={<Bone height={height} />}
      >
        {() =>
          isTable ? (
            <Twin
              maxHeight={height}
              spec={spec}
              categoryTitle={categoryTitle}
              caption={title}
              onSelect={onSelect}
            />
          ) : (
            <Suspense fallback={<Bone height={height} />}>
              <Drawing
                spec={spec}
                label={spec.isSoFar ? `${title} (${nameOf(spec, spec.categories.length - 1)})` : title}
                height={height}
                renderer={renderer}
                onSelect={onSelect}
                handle={handle}
              />
            </Suspense>
          )
        }
      </FaceOf>
    </Card>
  )
}

/** The same object while it says the same, so that the page may declare it inline. */
function useSpec(spec: ChartSpec): ChartSpec {
  const text = JSON.stringify(spec)
  return useMemo(() => JSON.parse(text) as ChartSpec, [text])
}

function Bone({ height }: { height: number }) {
  return (
    <div role="status" aria-label={t('face.loading')} style={{ height }}>
      <Skeleton className="h-full" />
    </div>
  )
}

type ToolsProps = {
  title: string
  spec: ChartSpec
  categoryTitle: string
  handle: React.RefObject<DrawingHandle | null>
  isTable: boolean
  setTable: (isTable: boolean) => void
}

function Tools({ title, spec, categoryTitle, handle, isTable, setTable }: ToolsProps) {
  const name = title
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .toLowerCase()
  const png = async () => {
    const blob = await handle.current?.png()
    if (blob) saveFile(`${name}.png`, blob)
  }
  const svg = () => saveFile(`${name}.svg`, handle.current?.svg() ?? '', 'image/svg+xml')
  return (
    <div className="flex">
      <IconButton
        small
        label={t(isTable ? 'chart.chart' : 'chart.table')}
        aria-pressed={isTable}
        onClick={() => setTable(!isTable)}
      >
        {isTable ? <ChartLine size={14} /> : <Table2 size={14} />}
      </IconButton>
      <Menu
        align="end"
        items={[
          { label: t('chart.png'), onSelect: () => void png(), isDisabled: isTable },
          { label: t('chart.svg'), onSelect: svg, isDisabled: isTable },
          ...exportItems((format) => saveTable(format, name, twinTable(spec, categoryTitle))),
        ]}
      >
        <IconButton small label={t('chart.export')}>
          <Download size={14} />
        </IconButton>
      </Menu>
    </div>
  )
}
