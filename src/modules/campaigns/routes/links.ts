import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One, paged, pageOf } from '../../../kernel/paging.ts'
import { termKinds } from '../rules.ts'
import { count, line, text } from '../things.ts'

export const TermKind = z.enum(termKinds)
export const Term = z.object({ id: text, kind: TermKind, value: text, addedBy: text })
export type Term = z.infer<typeof Term>
export const Link = z.object({
  id: text,
  campaignId: text.nullable(),
  page: text,
  source: text,
  medium: text,
  campaign: text,
  content: text.nullable(),
  term: text.nullable(),
  address: text,
  builtBy: text,
  builtAt: text,
})
export type Link = z.infer<typeof Link>

const Picked = line(200).nullable().default(null)

export const linkRoutes = {
  terms: route({
    method: 'GET',
    path: '/link-terms',
    access: 'campaigns:read',
    summary: 'The allowed values of UTM parameters',
    input: z.object({}),
    output: z.object({ items: z.array(Term) }),
  }),
  addTerm: route({
    method: 'POST',
    path: '/link-terms',
    access: 'campaigns:manage',
    summary: 'Allow a value of a UTM parameter; its spelling is normalised',
    input: z.object({ kind: TermKind, value: line(200).min(1, 'needs a value') }),
    output: Term,
  }),
  removeTerm: route({
    method: 'DELETE',
    path: '/link-terms/{id}',
    access: 'campaigns:manage',
    summary: 'Allow a value no more; links that carry it stay',
    input: One,
    output: z.object({}),
  }),
  links: route({
    method: 'GET',
    path: '/campaign-links',
    access: 'campaigns:read',
    summary: 'List the links that were built, the newest first',
    input: z.object({ search: text.max(200).default(''), campaignId: text.optional(), ...paged(100) }),
    output: pageOf(Link),
  }),
  buildLink: route({
    method: 'POST',
    path: '/campaign-links',
    access: 'campaigns:manage',
    summary: 'Build a link with UTM parameters of the allowed values',
    input: z.object({
      page: z.string().trim().min(1, 'needs an address'),
      source: line(200).min(1, 'needs a value'),
      medium: line(200).min(1, 'needs a value'),
      campaign: line(200).min(1, 'needs a value'),
      content: Picked,
      term: Picked,
      campaignId: text.nullable().default(null),
    }),
    output: Link,
  }),
  exportLinks: route({
    method: 'GET',
    path: '/campaign-links.csv',
    access: 'campaigns:read',
    summary: 'Download the links that were built, safe to open in a spreadsheet',
    download: true,
    input: z.object({ search: text.max(200).default(''), campaignId: text.optional(), format: Format }),
    output: z.unknown(),
  }),
  linkCode: route({
    method: 'GET',
    path: '/campaign-links/{id}/code',
    access: 'campaigns:read',
    summary: 'Download the QR code of a link',
    download: true,
    input: One.extend({ format: z.enum(['svg', 'png']).default('svg') }),
    output: z.unknown(),
  }),
  ungoverned: route({
    method: 'GET',
    path: '/ungoverned-links',
    access: 'campaigns:read',
    summary: 'Sources and media of imported touches that no built link carries',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ channel: text, campaign: text.nullable(), rows: count, says: text })),
      says: text,
    }),
  }),
}
