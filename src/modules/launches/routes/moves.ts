import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Reason } from '../../campaigns/contract.ts'
import { count, day, Launch, Trial, text } from '../things.ts'

const Both = One.extend({ campaignId: text.max(60) })
const to = { on: day, announceOn: day.nullable().optional() }

export const moveRoutes = {
  tryMove: route({
    method: 'GET',
    path: '/launches/{id}/move',
    access: 'campaigns:read',
    summary: 'Show which campaigns and steps another day for a launch hits',
    input: One.extend(to),
    output: Trial,
  }),
  move: route({
    method: 'POST',
    path: '/launches/{id}/move',
    access: 'campaigns:manage',
    summary:
      'Move a launch to another day and tell the owners of its campaigns; refused when changed since `version`',
    input: One.extend({ ...to, reason: Reason, version: count }),
    output: Launch,
  }),
  undoMove: route({
    method: 'DELETE',
    path: '/launch-moves/{id}',
    access: 'campaigns:manage',
    summary: 'Take the last move of a launch back, while nobody changed the launch since',
    input: One,
    output: Launch,
  }),
  addCampaign: route({
    method: 'POST',
    path: '/launches/{id}/campaigns',
    access: 'campaigns:manage',
    summary: 'Put a campaign behind a launch',
    input: Both,
    output: Launch,
  }),
  removeCampaign: route({
    method: 'DELETE',
    path: '/launches/{id}/campaigns/{campaignId}',
    access: 'campaigns:manage',
    summary: 'Take a campaign from a launch; the campaign stays as it is',
    input: Both,
    output: Launch,
  }),
  fit: route({
    method: 'POST',
    path: '/launches/{id}/campaigns/{campaignId}/fit',
    access: 'campaigns:manage',
    summary: 'Say that a campaign’s days fit the launch as it stands now',
    input: Both,
    output: Launch,
  }),
}
