import { Versions } from '../../../ui/list/Versions.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { priorities, type Ranking } from '../contract.ts'
import { formulaOf, kindNames } from '../rules.ts'

/** How priorities are set here, in the words of who agreed on it; with every version of the model. */
export function ProcessTab({ data }: { data: Ranking }) {
  const { boardId, definition } = data.model
  const versions = useQuery(priorities.models, boardId ? { boardId } : {}).data?.items ?? []
  const [, show] = useUrl('show')
  const mayManage = useCan()('work:manage')
  return (
    <>
      <Card title="How priorities are set">
        {definition.process ? (
          <p className="max-w-180 whitespace-pre-wrap">{definition.process}</p>
        ) : (
          <div className="flex flex-col items-start gap-3">
            <p className="text-ink-2">Nobody wrote down yet who estimates, when, and who decides.</p>
            {mayManage && <Button onClick={() => show('model')}>Write the process</Button>}
          </div>
        )}
      </Card>
      <Card title="What is asked of each item" hint={data.formula}>
        <ul className="flex flex-col gap-1">
          {data.inputs.map(({ name, hint }) => (
            <li key={name}>
              <span className="font-medium">{name}</span>
              {hint && <span className="text-ink-2">{`: ${hint}`}</span>}
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Versions" hint={boardId ? 'Of this board' : 'For every board without a model of its own'}>
        <Versions
          versions={versions}
          inWords={(one) => `${kindNames[one.definition.kind]}: ${formulaOf(one.definition)}`}
        />
      </Card>
    </>
  )
}
