import { Share2 } from 'lucide-react'
import { address } from '../../../kernel/client.ts'
import { IconButton } from '../../../ui/parts/Button.tsx'
import { Menu } from '../../../ui/parts/Menu.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { metrics } from '../contract.ts'
import { type Asking, asCall, asCommand } from './explore.ts'

/** The same question for the command line, the API, or a colleague. */
export function Share({ asking }: { asking: Asking }) {
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    toast('Copied', { detail: text })
  }
  const { url } = address(metrics.query, asking)
  return (
    <Menu
      align="end"
      items={[
        { label: 'Copy link', onSelect: () => void copy(location.href) },
        { label: 'Copy as command', onSelect: () => void copy(asCommand(asking)) },
        { label: 'Copy as API call', onSelect: () => void copy(asCall(location.origin, url)) },
      ]}
    >
      <IconButton small label="Copy the question">
        <Share2 size={14} />
      </IconButton>
    </Menu>
  )
}
