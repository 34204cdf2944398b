import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Traced, trace } from '../contract.ts'
import { Name } from './Name.tsx'

type Ref = { kind: string; id: string }
type ServingProps = Ref & {
  title: string
  /** The record on whose page this stands: it is not led back to. */
  except: Ref
  empty: string
}

/** What serves a record, each opened to what serves it in turn: the way down, without going to every page between. */
export const Serving = ({ title, kind, id, except, empty }: ServingProps) => (
  <Card title={title}>
    <Below kind={kind} id={id} except={except} empty={empty} />
  </Card>
)

function Below({ kind, id, except, empty }: Omit<ServingProps, 'title'>) {
  const asked = useQuery(trace.show, { kind, id })
  const { data } = asked
  return (
    <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
      {() => data && <Found down={data.down} except={except} empty={empty} />}
    </FaceOf>
  )
}

function Found({ down, except, empty }: { down: Traced[]; except: Ref; empty: string }) {
  const others = down.filter((one) => one.kind !== except.kind || one.id !== except.id)
  if (others.length === 0) return <p className="text-sm text-ink-2">{empty}</p>
  return (
    <ul className="flex flex-col gap-2">
      {others.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: records one may not see have no id
        <li key={at}>
          <Branch one={one} except={except} />
        </li>
      ))}
    </ul>
  )
}

function Branch({ one, except }: { one: Traced; except: Ref }) {
  const [isOpen, setOpen] = useState(false)
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-1">
        {one.path && (
          <IconButton
            small
            label={`What serves ${one.name}`}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon size={14} />
          </IconButton>
        )}
        <Name one={one} />
      </div>
      {isOpen && (
        <div className="ml-3 border-l border-line pl-4">
          <Below kind={one.kind} id={one.id} except={except} empty="Nothing serves it yet." />
        </div>
      )}
    </div>
  )
}
