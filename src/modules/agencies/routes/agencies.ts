import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Agency, count, Listed, said, text } from '../things.ts'

const Choice = z.object({ id: text, name: text })
const Both = One.extend({ campaignId: text.max(60) })

export const agencyRoutes = {
  list: route({
    method: 'GET',
    path: '/agencies',
    access: 'campaigns:read',
    summary: 'List agencies with their people, campaigns, what they owe and how well they deliver',
    input: z.object({}),
    output: z.object({ items: z.array(Listed), can: z.object({ change: z.boolean() }) }),
  }),
  show: route({
    method: 'GET',
    path: '/agencies/{id}',
    access: 'campaigns:read',
    summary: 'Show an agency with everything it delivers',
    input: One,
    output: Agency,
  }),
  choices: route({
    method: 'GET',
    path: '/agency-choices',
    access: 'campaigns:manage',
    summary: 'Guests who belong to no agency yet, and campaigns that can be given to one',
    input: z.object({}),
    output: z.object({ people: z.array(Choice), campaigns: z.array(Choice.extend({ standing: text })) }),
  }),
  add: route({
    method: 'POST',
    path: '/agencies',
    access: 'campaigns:manage',
    summary: 'Take up an agency',
    input: z.object(said),
    output: Agency,
  }),
  change: route({
    method: 'PUT',
    path: '/agencies/{id}',
    access: 'campaigns:manage',
    summary: 'Change an agency; its people have what it was given. Refused when changed since `version`',
    input: One.extend({ ...said, version: count }),
    output: Agency,
  }),
  giveCampaign: route({
    method: 'POST',
    path: '/agencies/{id}/campaigns',
    access: 'campaigns:manage',
    summary: 'Give a campaign to an agency: its people see the brief',
    input: Both,
    output: Agency,
  }),
  takeCampaign: route({
    method: 'DELETE',
    path: '/agencies/{id}/campaigns/{campaignId}',
    access: 'campaigns:manage',
    summary: 'Take a campaign from an agency: its people see the brief no more; what it delivered stays',
    input: Both,
    output: Agency,
  }),
}
