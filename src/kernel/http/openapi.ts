import { z } from 'zod'
import type { Contract, Route } from '../contract.ts'
import { problemStatus } from '../errors.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of all contracts. */
export function openApi(contracts: Contract[], url: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of contracts.flatMap((contract) => Object.values(contract.routes))) {
    const address = `/api${route.path}`
    paths[address] = { ...paths[address], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fullscore',
      version: '1',
      description: 'Every capability of Fullscore. Errors are problem+json (RFC 9457).',
    },
    servers: [{ url }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key made under Settings → API keys.' },
        session: { type: 'apiKey', in: 'cookie', name: 'better-auth.session_token' },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return rest
}

function operation(route: Route): Json {
  const input = schemaOf(route.input, 'input') as { properties?: Record<string, Json>; required?: string[] }
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
  const inQuery = route.method === 'GET' || route.method === 'DELETE' || route.upload
  const fields = Object.keys(input.properties ?? {})
  const rest = fields.filter((name) => !inPath.includes(name))
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.module],
    'x-access': route.access,
    ...(route.access === 'public' ? { security: [] } : {}),
    parameters: [
      ...inPath.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: input.properties?.[name] ?? { type: 'string' },
      })),
      ...(inQuery ? rest.map((name) => queryParameter(name, input)) : []),
      ...(route.method === 'GET' ? [] : [idempotency]),
    ],
    ...body(route, input, rest, Boolean(inQuery)),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(route.output, 'output') } },
      },
      default: {
        description: `A problem: ${Object.keys(problemStatus).join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const idempotency = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  description: 'The same key with the same input answers the same again without acting twice.',
}

function queryParameter(
  name: string,
  input: { properties?: Record<string, Json>; required?: string[] },
): Json {
  const schema = input.properties?.[name] ?? {}
  const isJson = schema.type === 'object'
  return {
    name,
    in: 'query',
    required: input.required?.includes(name) ?? false,
    ...(isJson
      ? { content: { 'application/json': { schema } } }
      : { schema, ...(schema.type === 'array' ? { explode: false } : {}) }),
  }
}

function body(
  route: Route,
  input: { properties?: Record<string, Json>; required?: string[] },
  rest: string[],
  inQuery: boolean,
): Json {
  if (route.upload)
    return {
      requestBody: {
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  if (inQuery || rest.length === 0) return {}
  const properties = Object.fromEntries(rest.map((name) => [name, input.properties?.[name]]))
  const required = input.required?.filter((name) => rest.includes(name))
  return {
    requestBody: {
      content: {
        'application/json': {
          schema: { type: 'object', properties, ...(required?.length ? { required } : {}) },
        },
      },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: Object.keys(problemStatus) },
    detail: { type: 'string', description: 'A sentence a person can act on.' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
    request: { type: 'string' },
  },
}
