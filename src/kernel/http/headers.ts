import type { MiddlewareHandler } from 'hono'
import { forbidden } from '../errors.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers that keep a browser from doing what a page of ours never needs. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  // A file that somebody handed in comes with a stricter one.
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Frame-Options', 'DENY')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
}

/** A command sent by a page of another site is refused: the browser says where it came from. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin')
  const isCommand = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  if (isCommand && origin && hostOf(origin) !== c.req.header('host'))
    throw forbidden('This request came from another site and was refused.')
  await next()
}

const hostOf = (origin: string): string | undefined =>
  URL.canParse(origin) ? new URL(origin).host : undefined
