import type { Part } from '../things.ts'

export type AreaDefault = { name: string; parts: Record<string, Part> }

const area = (name: string, lead: string, consulted: string, informed: string): AreaDefault => ({
  name,
  parts: Object.fromEntries([
    ...lead.split(' ').map((id) => [id, 'lead'] as const),
    ...consulted.split(' ').map((id) => [id, 'consulted'] as const),
    ...informed.split(' ').map((id) => [id, 'informed'] as const),
  ]),
})

/** Where the three directors overlap, said out loud from the start. */
export const areaDefaults: AreaDefault[] = [
  area('Strategy and vision', 'director', 'cmo analytics-director creative-director', 'manager'),
  area('Budget', 'director', 'finance cmo', 'manager analytics-director'),
  area('Technology stack', 'director', 'it manager analytics-director', 'creative-director'),
  area('KPI agreements', 'director', 'analytics-director cmo', 'manager creative-director'),
  area('Campaign delivery', 'manager', 'creative-director project-manager', 'director sales-operations'),
  area('Workflows and processes', 'manager', 'director project-manager', 'creator'),
  area('Data model and data quality', 'analytics-director', 'director manager data-scientist', 'it'),
  area('Measurement and dashboards', 'analytics-director', 'director manager', 'cmo creative-director'),
  area('Brand and messages', 'creative-director', 'director cmo', 'manager creator'),
  area('Content production', 'creative-director', 'creator project-manager', 'manager director'),
  area('Lead handover to sales', 'sales-operations', 'manager analytics-director', 'director'),
  area('Consent and compliance', 'legal', 'director it', 'manager analytics-director'),
  area('People and training', 'director', 'hr manager', 'analytics-director creative-director'),
]

/** What is unclear about who leads, or null. */
export function warningOf(parts: Record<string, Part>, names: ReadonlyMap<string, string>): string | null {
  const leads = Object.keys(parts).filter((role) => parts[role] === 'lead')
  if (leads.length === 1) return null
  if (leads.length === 0) return 'Nobody leads here. Choose one role.'
  return `${leads.map((id) => names.get(id) ?? id).join(' and ')} both lead here. Leave the lead with one and consult the other.`
}
