import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Line, Vision, VisionInput, VisionVersion } from '../things/vision.ts'

const version = z.coerce.number().int().min(1)
/** The version that was on the screen; 0 where there was none. */
const base = z.number().int().min(0)

export const visionRoutes = {
  vision: route({
    method: 'GET',
    path: '/vision',
    access: 'strategy:read',
    summary: 'The vision as it stands, with its plan, suggestions, contributors and buy-in',
    input: z.object({}),
    output: z.object({ vision: Vision.nullable() }),
  }),
  compareVision: route({
    method: 'GET',
    path: '/vision/comparison',
    access: 'strategy:read',
    summary: 'Compare two versions of the vision, paragraph by paragraph',
    input: z.object({ before: version, after: version }),
    output: z.object({ lines: z.array(Line) }),
  }),
  visionVersion: route({
    method: 'GET',
    path: '/vision/versions/{version}',
    access: 'strategy:read',
    summary: 'One version of the vision as it was',
    input: z.object({ version }),
    output: VisionVersion,
  }),
  saveVision: route({
    method: 'POST',
    path: '/vision/versions',
    access: 'strategy:manage',
    summary:
      'Save the vision as a new version; refused, and nothing lost, when somebody saved one since `base`',
    input: VisionInput.extend({ base }),
    output: Vision,
  }),
  putVisionBack: route({
    method: 'POST',
    path: '/vision/versions/{version}/restoration',
    access: 'strategy:manage',
    summary: 'Put an earlier version of the vision back, as a new version',
    input: z.object({ version, base }),
    output: Vision,
  }),
  buyIn: route({
    method: 'POST',
    path: '/vision/versions/{version}/buy-in',
    access: 'strategy:endorse',
    summary: 'Record your buy-in to the version in force, under your name',
    input: z.object({ version, note: z.string().trim().max(500).default('') }),
    output: Vision,
  }),
}
