/** What a role may do before somebody edits it; `noun:*` takes every verb of the noun, `*` everything. */
export type RoleDefault = {
  id: string
  name: string
  summary: string
  permissions: string[]
  /** Roles a manager of this role's people must hold one of; empty: anybody. */
  reportsTo: string[]
}

/** What everybody who works here may do, whatever their role. */
const colleagues = 'teamwork:read teamwork:write'
const isOutside = (id: string): boolean => ['client', 'agency', 'viewer'].includes(id)

const role = (
  id: string,
  name: string,
  summary: string,
  permissions: string,
  reportsTo = '',
): RoleDefault => ({
  id,
  name,
  summary,
  permissions: `${permissions} ${isOutside(id) ? '' : colleagues}`.split(' ').filter(Boolean),
  reportsTo: reportsTo.split(' ').filter(Boolean),
})

const chiefs = 'cmo vp-marketing'

export const roleDefaults: RoleDefault[] = [
  role(
    'director',
    'Director',
    'Owns strategy, stack and budget, and everything that is process.',
    '*',
    chiefs,
  ),
  role(
    'manager',
    'Manager',
    'Runs campaigns, workflows, data and dashboards day by day.',
    'imports:* sources:* metrics:* forecast:* stages:* leads:* quality:* activity:read people:read views:share campaigns:* fields:* workflows:* dashboards:* costs:read costs:write signing:propose strategy:* departments:* questionnaires:* budget:read budget:write budget:request budget:decide budget:rates positions:* cases:read cases:write work:* availability:* teamwork:manage answers:* intake:*',
    `director ${chiefs}`,
  ),
  role(
    'analytics-director',
    'Analytics director',
    'Owns measurement: the data model, metrics, quality of data.',
    'imports:* sources:* metrics:* stages:* leads:* quality:* attribution:* forecast:* activity:read people:read views:share keys:manage operations:read dashboards:* costs:read costs:write signing:propose strategy:read questionnaires:read departments:read departments:ask budget:read campaigns:read work:read work:write availability:read answers:* intake:read',
    `director ${chiefs}`,
  ),
  role(
    'creative-director',
    'Creative director',
    'Owns brand, messages and creative work.',
    'metrics:read activity:read people:read views:share dashboards:* strategy:read departments:read departments:ask campaigns:read campaigns:approve campaigns:brand work:read work:write availability:read answers:* intake:read',
    `director ${chiefs}`,
  ),
  role(
    'project-manager',
    'Project manager',
    'The bridge between executives, other teams and creators.',
    'metrics:read imports:read quality:read activity:read people:read views:share costs:read dashboards:* strategy:read questionnaires:read departments:read departments:ask budget:read budget:request campaigns:read campaigns:manage work:* availability:read answers:* intake:read intake:triage',
    `manager director ${chiefs}`,
  ),
  role(
    'creator',
    'Creator',
    'Makes the content.',
    'metrics:read people:read dashboards:read strategy:read departments:read campaigns:read work:read work:write availability:read answers:read intake:read',
  ),
  role(
    'cmo',
    'CMO',
    'Sets the vision and signs what is agreed.',
    'metrics:read imports:read quality:read activity:read people:read views:share costs:read costs:people dashboards:* strategy:read questionnaires:read departments:ask departments:read strategy:endorse budget:read budget:request budget:decide budget:control budget:headcount budget:rates positions:read campaigns:read campaigns:approve campaigns:decide cases:read cases:sign work:read work:write availability:read answers:read intake:read',
  ),
  role(
    'vp-marketing',
    'VP of Marketing',
    'Leads marketing between CMO and director.',
    'metrics:read imports:read quality:read activity:read people:read views:share stages:manage costs:read dashboards:* strategy:read questionnaires:read departments:ask departments:read strategy:endorse budget:read budget:request budget:decide positions:read campaigns:read campaigns:approve campaigns:decide cases:read cases:sign work:read work:write availability:read answers:read intake:read',
    'cmo',
  ),
  role(
    'sales-operations',
    'Sales operations',
    'Shares the stages, receives the leads, may dispute them.',
    'metrics:read imports:read quality:read people:read leads:dispute sources:attest signing:* dashboards:* strategy:read departments:read campaigns:read work:read availability:read answers:read',
  ),
  role(
    'finance',
    'Finance',
    'Reads figures; keeps costs and exchange rates.',
    'metrics:read imports:read quality:read people:read costs:* signing:* dashboards:* strategy:read departments:read budget:read budget:invoice budget:headcount budget:rates positions:read campaigns:read campaigns:approve cases:read cases:sign work:read availability:read answers:read',
  ),
  role(
    'it',
    'IT',
    'Keeps the installation: backups, keys, settings.',
    'operations:* keys:manage settings:manage activity:read people:read imports:read strategy:read positions:read departments:read cases:read cases:sign work:read availability:read answers:read',
  ),
  role(
    'legal',
    'Legal',
    'Reads the audit trail and where data comes from.',
    'activity:read people:read imports:read quality:read strategy:read departments:read campaigns:read campaigns:approve work:read availability:read answers:read',
  ),
  role(
    'hr',
    'HR',
    'Reads people, roles and teams.',
    'people:read strategy:read departments:read positions:read work:read availability:* answers:read',
  ),
  role(
    'data-scientist',
    'Data scientist',
    'Works on the data with tools of their own.',
    'metrics:read imports:read quality:read people:read views:share keys:manage dashboards:* strategy:read departments:read campaigns:read work:read work:write availability:read answers:read',
  ),
  role('client', 'Client', 'A sponsor, inside or outside; sees what was asked for.', 'requests:*'),
  role(
    'agency',
    'Agency (guest)',
    'Works on what it was given; sees none of the organisation’s figures.',
    'tasks:* campaigns:guest',
  ),
  role(
    'viewer',
    'Viewer',
    'Reads figures, changes nothing.',
    'metrics:read imports:read quality:read dashboards:read strategy:read departments:read campaigns:read work:read availability:read answers:read',
  ),
]

const covers = (pattern: string, permission: string): boolean =>
  pattern === '*' ||
  pattern === permission ||
  (pattern.endsWith(':*') && permission.startsWith(pattern.slice(0, -1)))

/** The permissions a role starts with, of those the installation knows. */
export function defaultPermissions(roleId: string, known: readonly string[]): string[] {
  const patterns = roleDefaults.find((one) => one.id === roleId)?.permissions ?? []
  return known.filter((permission) => patterns.some((pattern) => covers(pattern, permission)))
}

const areaOf = (permission: string): string => permission.split(':')[0] ?? permission

/**
 * What an edited role lacks of areas it holds nothing of, while the role as it was built in would hold some: areas that
 * came after somebody edited it, most likely.
 */
export function lackingAreas(roleId: string, held: readonly string[], known: readonly string[]): string[] {
  const areas = new Set(held.map(areaOf))
  return defaultPermissions(roleId, known).filter((permission) => !areas.has(areaOf(permission)))
}
