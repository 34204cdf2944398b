import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { answers } from '../contract.ts'
import { phases } from './guide-words.ts'
import { Prose } from './Prose.tsx'

/** The guides that serve a record, by phase of the work; nothing where there are none. */
export function Guides({ kind, id }: { kind: string; id: string }) {
  const mayRead = useCan()('answers:read')
  const asked = useQuery(answers.guidesFor, { kind, id }, { isOn: mayRead })
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title="Guides" hint="Short documents that help with this kind of work.">
      <div className="flex flex-col gap-4">
        {phases.map(({ value, label }) => {
          const own = items.filter((one) => one.phase === value)
          if (own.length === 0) return null
          return (
            <section key={value} aria-label={label} className="flex flex-col gap-1.5">
              <h3 className="text-sm text-ink-3">{label}</h3>
              {own.map((one) => (
                <details key={one.id} className="rounded-md border border-line px-3 py-2">
                  <summary className="cursor-pointer font-medium">{one.title}</summary>
                  <div className="mt-2 flex flex-col items-start gap-2">
                    <Prose text={one.body} />
                    <Button small look="quiet" to={`/guides/${one.id}`}>
                      Open the guide
                    </Button>
                  </div>
                </details>
              ))}
            </section>
          )
        })}
      </div>
    </Card>
  )
}
