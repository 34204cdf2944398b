import { useEffect, useRef } from 'react'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { SkeletonRows } from '../../../ui/parts/Faces.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { imports } from '../contract.ts'
import type { Inspected } from './mapping-edit.ts'

const size = 50
type Line = Record<string, unknown>

/** The rows an import brought, as the warehouse reads them; `?row=` leads to one of them. */
export function ImportRows({ item }: { item: Inspected }) {
  const [object, setObject] = useUrl('object', item.objects[0] ?? '')
  const [row] = useUrl('row')
  const [page, setPage] = useUrl('page', row ? String(Math.ceil(Number(row) / size) || 1) : '1')
  const offset = Math.max(0, (Number(page) || 1) - 1) * size
  const asked = useQuery(imports.rows, { id: item.id, object, limit: size, offset })
  const rows = asked.data?.rows ?? []
  const shown = (asked.data?.columns ?? []).filter((name) =>
    rows.some((one) => one[name] !== null && one[name] !== undefined),
  )
  return (
    <>
      {item.objects.length > 1 && (
        <Segmented
          label="Object"
          value={object}
          onChange={setObject}
          options={item.objects.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
        />
      )}
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={asked.data?.total === 0 && { children: 'No row of this kind was brought.' }}
        skeleton={<SkeletonRows />}
      >
        {() => (
          <>
            <DataTable<Line>
              caption={`Rows of ${item.file}`}
              rows={rows}
              rowId={(_, index) => String(index)}
              columns={shown.map((name) => ({
                id: name,
                title: name.replaceAll('_', ' '),
                value: (one) => text(one[name]),
                cell: (one) => (
                  <Cell
                    isSought={row !== '' && name === 'row_no' && String(one[name]) === row}
                    text={text(one[name])}
                  />
                ),
              }))}
            />
            <Pager
              offset={offset}
              size={size}
              total={asked.data?.total ?? 0}
              onPage={(next) => setPage(String(next))}
            />
          </>
        )}
      </FaceOf>
    </>
  )
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function Cell({ text, isSought }: { text: string; isSought: boolean }) {
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isSought) mark.current?.scrollIntoView({ block: 'center' })
  }, [isSought])
  if (!isSought) return <span className="block max-w-60 truncate whitespace-nowrap">{text}</span>
  return (
    <mark
      ref={mark}
      className="rounded-sm bg-accent-soft px-1 whitespace-nowrap font-semibold text-accent-ink"
    >
      {`→ ${text}`}
    </mark>
  )
}
