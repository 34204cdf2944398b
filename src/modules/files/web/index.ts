import { Paperclip } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { addHere } from './here.ts'

export { Files } from './Files.tsx'
export { Leaves } from './Leaves.tsx'
export { fileSlot } from './slots.ts'

export const web: WebModule = {
  id: 'files',
  area: 'data',
  commands: [
    {
      title: 'Add files to the record on the screen',
      keys: 'u',
      icon: Paperclip,
      run: addHere,
      words: 'upload attach attachment document picture pdf',
    },
  ],
}
