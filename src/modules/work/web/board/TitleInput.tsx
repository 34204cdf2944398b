import { useState } from 'react'
import { Input } from '../../../../ui/parts/Input.tsx'

/** Enter keeps, Escape leaves; leaving the field keeps what was typed. */
export function TitleInput({ initial, onDone }: { initial: string; onDone: (title: string | null) => void }) {
  const [title, setTitle] = useState(initial)
  const done = () => onDone(title.trim() && title.trim() !== initial ? title.trim() : null)
  return (
    <Input
      aria-label="Title"
      autoFocus
      value={title}
      maxLength={300}
      onChange={setTitle}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done()
        if (event.key === 'Escape') {
          event.stopPropagation()
          onDone(null)
        }
      }}
      className="mt-1"
    />
  )
}
