import { When } from '../../../ui/format/Values.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { EmptyState } from '../../../ui/parts/Faces.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { priorities, type Ranking, type Weighing } from '../contract.ts'
import { percent } from './words.ts'

/** How often the top five changes when every input is off by up to a fifth, and which input matters most. */
export function WeighingTab({ data }: { data: Ranking }) {
  const weigh = useCommand(priorities.weigh)
  const mayWrite = useCan()('work:write')
  const button = mayWrite && (
    <Button
      look="primary"
      isBusy={weigh.isRunning}
      onClick={() => void weigh.run({ boardId: data.board.id })}
    >
      {data.weighing ? 'Work it out again' : 'Work it out'}
    </Button>
  )
  if (!data.weighing)
    return (
      <EmptyState action={button}>
        Estimates are never exact. See how often the top five would be others if every input were off by up to
        20 %.
      </EmptyState>
    )
  return (
    <>
      {data.weighing.isOld && (
        <Notice tone="warn">Inputs, items or the model have changed since. Work it out again.</Notice>
      )}
      <Found weighing={data.weighing} />
      <span>{button}</span>
    </>
  )
}

function Found({ weighing }: { weighing: Weighing }) {
  const [first] = weighing.byInput
  return (
    <>
      <p className="max-w-180">
        {`With every input off by up to 20 %, the top five would be others in ${percent(weighing.changed)} of ${weighing.draws} draws. `}
        {first &&
          first.changed > 0 &&
          `“${first.input}” matters most: alone it changes them in ${percent(first.changed)}.`}
      </p>
      <div className="grid grid-cols-2 gap-(--gap) narrow:grid-cols-1">
        <Card title="When one input alone is off">
          <Shares all={weighing.byInput.map((one) => ({ name: one.input, share: one.changed }))} />
        </Card>
        <Card title="How often each is among the first five">
          <Shares all={weighing.atTop} />
        </Card>
      </div>
      <p className="text-sm text-ink-3">
        {`Worked out by ${weighing.by}, `}
        <When at={weighing.at} />
        {`, by version ${weighing.version} of the model. The draws are the same each time.`}
      </p>
    </>
  )
}

function Shares({ all }: { all: { name: string; share: number }[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {all.map(({ name, share }) => (
        <li key={name} className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate">{name}</span>
          <span className="tabular">{percent(share)}</span>
        </li>
      ))}
    </ul>
  )
}
