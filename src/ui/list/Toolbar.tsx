import { Columns3, Download, ListFilter } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import type { Format } from '../../engine/format.ts'
import { Exports } from '../kit/Exports.tsx'
import { t } from '../messages/index.ts'
import { IconButton } from '../parts/Button.tsx'
import { Input } from '../parts/Input.tsx'
import { Menu, type MenuItem } from '../parts/Menu.tsx'
import { chosen } from './columns.ts'
import type { ListProps } from './List.tsx'
import type { useListUrl } from './useListUrl.ts'
import { Views } from './Views.tsx'

type Url = ReturnType<typeof useListUrl>
type ToolbarProps<Row> = {
  list: Omit<ListProps<Row>, 'rows'>
  url: Url
  filterRef: RefObject<HTMLInputElement | null>
  shown: number
  total: number
  onExport: (format: Format) => void
}

export function Toolbar<Row>({ list, url, filterRef, shown, total, onExport }: ToolbarProps<Row>) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-(--gutter) pb-2">
      <Filter what={list.what} value={url.q} onChange={url.setQ} inputRef={filterRef} />
      {list.filters}
      {list.views && <Views views={list.views} />}
      <span className="flex-1" />
      <span className="tabular text-sm text-ink-3" aria-live="polite">
        {shown === total ? t('list.rows', { n: total }) : t('list.rowsOf', { shown, n: total })}
      </span>
      <Menu align="end" items={columnItems(list, url)}>
        <IconButton label={t('list.columns')}>
          <Columns3 size={16} />
        </IconButton>
      </Menu>
      <Exports onSave={onExport}>
        <IconButton label={t('export.label')}>
          <Download size={16} />
        </IconButton>
      </Exports>
    </div>
  )
}

type FilterProps = {
  what: string
  value: string
  onChange: (words: string) => void
  inputRef: RefObject<HTMLInputElement | null>
}

const pause = 150

/** The letters appear at once; the URL, and with it the list, follows a moment later. */
function Filter({ what, value, onChange, inputRef }: FilterProps) {
  const [words, setWords] = useState(value)
  useEffect(() => setWords(value), [value])
  useEffect(() => {
    if (words === value) return
    const timer = setTimeout(() => onChange(words), pause)
    return () => clearTimeout(timer)
  }, [words, value, onChange])
  return (
    <Input
      ref={inputRef}
      type="search"
      value={words}
      onChange={setWords}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      icon={<ListFilter size={14} />}
      placeholder={t('list.filter')}
      aria-label={t('list.filterLabel', { what })}
      className="w-56!"
    />
  )
}

function columnItems<Row>({ columns }: Pick<ListProps<Row>, 'columns'>, url: Url): MenuItem[] {
  const on = chosen(columns, url.columns).map((column) => column.id)
  const standard = columns.filter((column) => !column.isHidden).map((column) => column.id)
  return columns.map((column) => ({
    label: column.title,
    isOn: on.includes(column.id),
    onToggle: (isOn) => {
      const next = columns.map(({ id }) => id).filter((id) => (id === column.id ? isOn : on.includes(id)))
      if (next.length > 0) url.setColumns(next.join() === standard.join() ? '' : next.join())
    },
  }))
}
