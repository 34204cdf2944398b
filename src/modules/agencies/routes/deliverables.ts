import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { line, Name, Reason } from '../../campaigns/contract.ts'
import { count, Deliverable, day, Own, text } from '../things.ts'

const note = z.string().trim().max(2000).default('')
const said = { what: Name, note, dueOn: day }
const link = z
  .url({ protocol: /^https?$/, error: 'is an address that begins with https://' })
  .max(2000, 'has 2000 letters at most')
const filter = { agencyId: text.max(60).optional(), campaignId: text.max(60).optional() }
const versioned = One.extend({ version: count })

export const deliverableRoutes = {
  deliverables: route({
    method: 'GET',
    path: '/agency-deliverables',
    access: 'campaigns:read',
    summary: 'List what agencies deliver: due when, delivered, accepted, late',
    input: z.object(filter),
    output: z.object({ items: z.array(Deliverable), can: z.object({ change: z.boolean() }) }),
  }),
  exportDeliverables: route({
    method: 'GET',
    path: '/agency-deliverables.csv',
    access: 'campaigns:read',
    summary: 'Download what agencies deliver',
    download: true,
    input: z.object({ ...filter, format: Format }),
    output: z.unknown(),
  }),
  addDeliverable: route({
    method: 'POST',
    path: '/agencies/{id}/deliverables',
    access: 'campaigns:manage',
    summary: 'Agree on a deliverable of a campaign the agency was given',
    input: One.extend({ ...said, campaignId: text.max(60) }),
    output: Deliverable,
  }),
  changeDeliverable: route({
    method: 'PUT',
    path: '/agency-deliverables/{id}',
    access: 'campaigns:manage',
    summary: 'Change a deliverable that is not accepted; refused when changed since `version`',
    input: versioned.extend(said),
    output: Deliverable,
  }),
  removeDeliverable: route({
    method: 'DELETE',
    path: '/agency-deliverables/{id}',
    access: 'campaigns:manage',
    summary: 'Take a deliverable out of which nothing was delivered',
    input: One,
    output: z.object({}),
  }),
  accept: route({
    method: 'POST',
    path: '/agency-deliverables/{id}/acceptance',
    access: 'campaigns:manage',
    summary: 'Accept what was delivered; refused when changed since `version`',
    input: versioned,
    output: Deliverable,
  }),
  sendBack: route({
    method: 'POST',
    path: '/agency-deliverables/{id}/return',
    access: 'campaigns:manage',
    summary: 'Send back what was delivered, with the reason; refused when changed since `version`',
    input: versioned.extend({ reason: Reason }),
    output: Deliverable,
  }),
  reopen: route({
    method: 'DELETE',
    path: '/agency-deliverables/{id}/verdict',
    access: 'campaigns:manage',
    summary: 'Take the last verdict on a deliverable back; refused when changed since `version`',
    input: versioned,
    output: Deliverable,
  }),
  mine: route({
    method: 'GET',
    path: '/given-deliverables',
    access: 'campaigns:guest',
    summary: 'What the asker’s agency delivers for the campaigns they were given',
    input: z.object({}),
    output: z.object({ agency: text.nullable(), items: z.array(Own) }),
  }),
  deliver: route({
    method: 'POST',
    path: '/agency-deliverables/{id}/delivery',
    access: 'campaigns:guest',
    summary: 'Deliver, with a link; who manages campaigns may say on which day it came',
    input: versioned.extend({ link, note: line(500).default(''), on: day.optional() }),
    output: Own,
  }),
  takeBack: route({
    method: 'DELETE',
    path: '/agency-deliverables/{id}/delivery',
    access: 'campaigns:guest',
    summary: 'Take a delivery back that nobody has decided on',
    input: versioned,
    output: Own,
  }),
}
