import { Card } from '../../../ui/parts/Card.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { type Occasion, teamwork } from '../contract.ts'

/** The questions to ask on an occasion, before anybody tells anything. */
export function Coaching({ occasion }: { occasion: Occasion }) {
  const isOn = useCan()('teamwork:read')
  const { data } = useQuery(teamwork.prompts, {}, { isOn })
  const questions = data?.sets.find((one) => one.occasion === occasion)?.questions ?? []
  if (questions.length === 0) return null
  return (
    <Card title="Ask before telling">
      <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2">
        {questions.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Card>
  )
}
