import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Forecast, type ForecastOptions, forecast } from './forecast.ts'

// International airline passengers in thousands by month, 1949–1960: Box & Jenkins 1976, series G.
export const passengers = `
  112 118 132 129 121 135 148 148 136 119 104 118   115 126 141 135 125 149 170 170 158 133 114 140
  145 150 178 163 172 178 199 199 184 162 146 166   171 180 193 181 183 218 230 242 209 191 172 194
  196 196 236 235 229 243 264 272 237 211 180 201   204 188 235 227 234 264 302 293 259 229 203 229
  242 233 267 269 270 315 364 347 312 274 237 278   284 277 317 313 318 374 413 405 355 306 271 306
  315 301 356 348 355 422 465 467 404 347 305 336   340 318 362 348 363 435 491 505 404 359 310 337
  360 342 406 396 420 472 548 559 463 407 362 405   417 391 419 461 472 535 622 606 508 461 390 432`
  .trim()
  .split(/\s+/)
  .map(Number)

// An uneven series without a season: the last digits of squares, sixths and sevenths.
export const uneven = Array.from(
  { length: 40 },
  (_, t) => 50 + t + ((t * t) % 10) - ((t * 5) % 6) + ((t * 3) % 7),
)

/** A forecast that is not expected to be refused. */
export function told(values: readonly number[], options: ForecastOptions): Forecast {
  const answer = forecast(values, options)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

export type M3Series = {
  name: string
  /** What the competitors were given, and the 18 months they were to forecast. */
  known: number[]
  came: number[]
}

/** The monthly series of the M3 competition (Makridakis & Hibon 2000), from the folder of shared reference data. */
export function m3Monthly(data: string): M3Series[] {
  const all = new Map<string, M3Series>()
  for (const [name, , , , , split, , value] of rowsOf(data, 'm3_monthly.csv.gz')) {
    const series = all.get(name!) ?? { name: name!, known: [], came: [] }
    series[split === 'train' ? 'known' : 'came'].push(Number(value))
    all.set(name!, series)
  }
  return [...all.values()]
}

/** The forecasts the competitors handed in: by method, then by series, 18 months in order. */
export function m3Published(data: string): Map<string, Map<string, number[]>> {
  const methods = new Map<string, Map<string, number[]>>()
  for (const [name, method, , value] of rowsOf(data, 'm3_monthly_published_forecasts.csv.gz')) {
    const told = methods.get(method!) ?? new Map<string, number[]>()
    told.set(name!, [...(told.get(name!) ?? []), Number(value)])
    methods.set(method!, told)
  }
  return methods
}

const rowsOf = (data: string, file: string): string[][] =>
  gunzipSync(readFileSync(join(data, 'm3-monthly', file)))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
