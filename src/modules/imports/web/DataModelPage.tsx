import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useRef } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { imports } from '../contract.ts'

type ModelObject = Out<typeof imports.model>['objects'][number]
type Attribute = ModelObject['attributes'][number]

export default function DataModelPage() {
  const asked = useQuery(imports.model, {})
  const [words, setWords] = useUrl('q')
  const [anchor, setAnchor] = useUrl('at')
  const field = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => field.current?.focus() })
  const found = matching(asked.data?.objects ?? [], useDeferredValue(words))
  return (
    <Page
      title="Data model"
      description="The sheet music: every object and attribute, what it means, and where each system keeps it."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() => (
        <div className="flex items-start gap-8">
          <nav aria-label="Objects" className="sticky top-2 w-44 shrink-0 max-[960px]:hidden">
            <ul className="flex flex-col">
              {found.map(({ name }) => (
                <li key={name}>
                  <button
                    type="button"
                    onClick={() => setAnchor(name)}
                    aria-current={anchor === name ? 'location' : undefined}
                    className="flex h-7 w-full items-center rounded-md px-2 text-left text-ink-2 hover:bg-hover aria-[current]:bg-press aria-[current]:font-medium aria-[current]:text-ink"
                  >
                    {name.replaceAll('_', ' ')}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <div className="flex min-w-0 flex-1 flex-col gap-(--gap)">
            <div className="max-w-90">
              <Input
                ref={field}
                type="search"
                icon={<Search size={14} />}
                aria-label="Search the data model"
                placeholder="Search attributes, meanings, headings…"
                value={words}
                onChange={setWords}
              />
            </div>
            {found.length === 0 && (
              <EmptyState action={<Button onClick={() => setWords('')}>Clear the search</Button>}>
                No attribute, meaning or heading matches “{words}”.
              </EmptyState>
            )}
            {found.map((one) => (
              <OneObject key={one.name} one={one} isSought={anchor === one.name} />
            ))}
          </div>
        </div>
      )}
    </Page>
  )
}

/** Objects with the attributes in which every word occurs somewhere; an object's own name brings all of it. */
function matching(objects: ModelObject[], words: string): ModelObject[] {
  const needles = words.toLowerCase().split(/\s+/).filter(Boolean)
  const has = (text: string) => needles.every((needle) => text.toLowerCase().includes(needle))
  if (needles.length === 0) return objects
  return objects.flatMap((one) => {
    if (has(`${one.name} ${one.meaning}`)) return [one]
    const attributes = one.attributes.filter((attribute) =>
      has(
        [
          one.name,
          attribute.name,
          attribute.meaning,
          ...attribute.sources.flatMap((s) => [s.title, s.from]),
        ].join(' '),
      ),
    )
    return attributes.length > 0 ? [{ ...one, attributes }] : []
  })
}

function OneObject({ one, isSought }: { one: ModelObject; isSought: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isSought) place.current?.scrollIntoView({ block: 'start' })
  }, [isSought])
  return (
    <div ref={place} id={one.name} className="scroll-mt-2">
      <Card
        isFlush
        title={
          <Link to="/data-model" search={{ at: one.name } as never} className="hover:underline">
            {one.name.replaceAll('_', ' ')}
          </Link>
        }
        hint={`${one.meaning}${one.key.length > 0 ? ` Named by ${one.key.join(' + ')}.` : ''}`}
      >
        <ul className="mt-2 divide-y divide-line border-t border-line">
          {one.attributes.map((attribute) => (
            <OneAttribute key={attribute.name} attribute={attribute} />
          ))}
        </ul>
      </Card>
    </div>
  )
}

function OneAttribute({ attribute }: { attribute: Attribute }) {
  return (
    <li className="grid grid-cols-[200px_minmax(0,1fr)_minmax(0,1fr)] gap-4 px-4 py-2 max-[960px]:grid-cols-1 max-[960px]:gap-1">
      <p className="flex flex-wrap items-center gap-1.5">
        <code className="font-mono text-sm font-medium">{attribute.name}</code>
        <span className="text-sm text-ink-3">{attribute.type}</span>
        {attribute.required && <Badge tone="accent">required</Badge>}
      </p>
      <p className="text-ink-2">{attribute.meaning}</p>
      <Sources sources={attribute.sources} />
    </li>
  )
}

function Sources({ sources }: Pick<Attribute, 'sources'>) {
  if (sources.length === 0)
    return <p className="text-sm text-ink-3">No known export has it; your own files may.</p>
  return (
    <details>
      <summary className="text-sm text-ink-2">
        {[...new Set(sources.map((s) => s.source))].join(', ')}
      </summary>
      <ul className="mt-1 flex flex-col gap-0.5 text-sm">
        {sources.map((source) => (
          <li key={`${source.title} ${source.from}`}>
            <span className="text-ink-3">{source.title}:</span>{' '}
            <code className="font-mono">{source.from}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
