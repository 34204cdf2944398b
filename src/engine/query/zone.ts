import { literal } from '../ingest/index.ts'

/** SQL for the calendar day of a UTC instant in a zone (IANA name). */
export function localDay(expr: string, zone: string): string {
  if (zone === 'UTC') return `cast(${expr} as date)`
  return `cast(timezone(${literal(zone)}, timezone('UTC', ${expr})) as date)`
}
