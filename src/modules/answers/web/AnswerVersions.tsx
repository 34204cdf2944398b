import { Versions } from '../../../ui/list/Versions.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import type { Question } from '../contract.ts'
import { Prose } from './Prose.tsx'

/** Every wording stays, and says by whom it was read. */
export function AnswerVersions({ one }: { one: Question }) {
  const versions = one.versions.map((said) => ({ ...said, changedAt: said.at }))
  const readBy = (version: number) =>
    one.readers.filter((reader) => reader.version === version).map((reader) => reader.name)
  return (
    <Card title="Versions" hint="Nothing is ever lost.">
      <Versions
        versions={versions}
        inWords={(said) => (
          <details>
            <summary className="cursor-pointer">
              {said.question}
              {said.version === one.publishedVersion && <Badge tone="good">Published</Badge>}
            </summary>
            <Prose text={said.body} />
            {readBy(said.version).length > 0 && <p>{`Read by ${readBy(said.version).join(', ')}`}</p>}
          </details>
        )}
      />
    </Card>
  )
}
