import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Guide, GuideLine, GuideTerms, Phase } from '../things.ts'

const text = z.string()
const version = z.number().int().min(1)
const read = 'answers:read' as const
const write = 'answers:write' as const

export const guideRoutes = {
  guides: route({
    method: 'GET',
    path: '/guides',
    access: read,
    summary: 'List reference guides, by phase of the work',
    input: z.object({ phase: Phase.optional(), isRetired: z.boolean().default(false) }),
    output: z.object({ items: z.array(GuideLine) }),
  }),
  guide: route({
    method: 'GET',
    path: '/guides/{id}',
    access: read,
    summary: 'Read a reference guide, with its earlier versions',
    input: One,
    output: Guide,
  }),
  guidesFor: route({
    method: 'GET',
    path: '/guides/for/{kind}/{id}',
    access: read,
    summary: 'List the guides that serve a record you may read',
    input: z.object({ kind: text.max(40), id: text.max(80) }),
    output: z.object({ items: z.array(GuideLine.extend({ body: text })) }),
  }),
  guideKinds: route({
    method: 'GET',
    path: '/guide-kinds',
    access: read,
    summary: 'List the kinds of records that guides can serve',
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ kind: text, title: text })) }),
  }),
  addGuide: route({
    method: 'POST',
    path: '/guides',
    access: write,
    summary: 'Write a reference guide and say what work it serves',
    input: GuideTerms,
    output: Guide,
  }),
  changeGuide: route({
    method: 'PUT',
    path: '/guides/{id}',
    access: write,
    summary: 'Write the next version of a guide; earlier ones stay to be read',
    input: GuideTerms.extend({
      ...{ id: text, version },
      reason: text.trim().max(300, 'holds 300 letters at most').default(''),
    }),
    output: Guide,
  }),
  retireGuide: route({
    method: 'PUT',
    path: '/guides/{id}/retirement',
    access: write,
    summary: 'Retire a guide, or bring it back',
    input: One.extend({ isRetired: z.boolean() }),
    output: z.object({}),
  }),
}
