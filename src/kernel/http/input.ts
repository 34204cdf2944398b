import type { HonoRequest } from 'hono'
import { z } from 'zod'
import type { Route } from '../contract.ts'
import { invalid, Problem } from '../errors.ts'

const largestBody = 2_000_000

/** Gather a route's input from path, query string and JSON body. Throws `invalid` with a sentence. */
export async function readInput(route: Route, request: HonoRequest): Promise<Record<string, unknown>> {
  const fromAddress = typed(route.input, { ...request.query(), ...request.param() })
  if (route.method === 'GET' || route.method === 'DELETE' || route.upload) return fromAddress
  return { ...(await readBody(request)), ...fromAddress }
}

async function readBody(request: HonoRequest): Promise<Record<string, unknown>> {
  const text = await textOf(request.raw.body)
  if (text.trim() === '') return {}
  if (!request.header('content-type')?.includes('json'))
    throw invalid('Send the body as JSON, with the header Content-Type: application/json.')
  try {
    const body: unknown = JSON.parse(text)
    if (body === null || typeof body !== 'object' || Array.isArray(body))
      throw invalid('The body must be one JSON object.')
    return body as Record<string, unknown>
  } catch (error) {
    if (error instanceof Problem) throw error
    throw invalid('The body is not valid JSON.')
  }
}

/** Counted while it comes: what a header says of its length is a claim. */
async function textOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > largestBody) throw invalid(`The request is larger than ${largestBody / 1_000_000} MB.`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

type JsonSchema = {
  type?: string | string[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
}
const shapes = new WeakMap<z.ZodType, JsonSchema>()

function shapeOf(schema: z.ZodType): JsonSchema {
  const known = shapes.get(schema)
  if (known) return known
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  shapes.set(schema, shape)
  return shape
}

/** Text from an address becomes what the schema expects: numbers, booleans, lists (`a,b` or JSON), objects (JSON). */
export function typed(schema: z.ZodType, text: Record<string, string>): Record<string, unknown> {
  const fields = shapeOf(schema).properties ?? {}
  return Object.fromEntries(
    Object.entries(text).map(([name, value]) => [name, typedValue(fields[name], value)]),
  )
}

function typedValue(shape: JsonSchema | undefined, text: string): unknown {
  const forms = [shape, ...(shape?.anyOf ?? []), ...(shape?.oneOf ?? [])]
  const types = new Set(forms.flatMap((one) => one?.type ?? []))
  if (types.has('array') && !text.startsWith('[')) {
    const items = forms.find((one) => one?.items)?.items
    return text === '' ? [] : text.split(',').map((item) => typedValue(items, item.trim()))
  }
  if (types.has('array') || types.has('object')) return fromJson(text)
  if ((types.has('number') || types.has('integer')) && text.trim() !== '' && Number.isFinite(Number(text)))
    return Number(text)
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
