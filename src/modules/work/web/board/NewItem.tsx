import { useState } from 'react'
import { Input } from '../../../../ui/parts/Input.tsx'
import type { Stage } from '../../contract.ts'
import { useBoardTools } from './board-context.ts'

/** A title and Enter make an item; the next title can be typed at once. What was refused stands there again. */
export function NewItem({ stage }: { stage: Stage }) {
  const tools = useBoardTools()
  const [title, setTitle] = useState('')
  const add = async () => {
    const said = title.trim()
    if (!said) return tools.beginAdding(null)
    setTitle('')
    if (!(await tools.add(said, stage))) setTitle((now) => now || said)
  }
  return (
    <Input
      aria-label={`Title of a new item in ${stage.name}`}
      placeholder="Title, then Enter"
      autoFocus
      value={title}
      maxLength={300}
      onChange={setTitle}
      onBlur={() => title.trim() === '' && tools.beginAdding(null)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void add()
        if (event.key === 'Escape') {
          event.stopPropagation()
          tools.beginAdding(null)
        }
      }}
    />
  )
}
