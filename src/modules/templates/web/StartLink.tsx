import { LayoutTemplate } from 'lucide-react'
import { Button } from '../../../ui/parts/Button.tsx'

/** On the list of campaigns: begin from a template. */
export const StartLink = () => (
  <Button icon={<LayoutTemplate size={14} />} to="/templates">
    Templates
  </Button>
)
