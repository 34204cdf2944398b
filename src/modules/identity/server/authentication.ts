import { betterAuth } from 'better-auth'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { App } from '../../../kernel/app.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { service } from '../../../kernel/service.ts'

export type Authentication = {
  /** Check the password and set the session cookie; throws `unauthenticated` with one sentence for every reason. */
  signIn(ctx: Ctx, email: string, password: string): Promise<string>
  forgetCookie(ctx: Ctx): Promise<void>
  sessionOf(headers: Headers): Promise<{ id: string; personId: string } | undefined>
  cookieOf(headers: Headers): string | undefined
  pair: RateLimit
  address: RateLimit
}
export const authentication = service<Authentication>('identity.authentication')

const month = 60 * 60 * 24 * 30
const perMinute = (tries: number) => tries / 15
const cookiePrefix = 'fullscore'
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** better-auth on our tables. Given a transaction it writes with it, so that a sign-in is all or nothing. */
const library = (db: Database | Reader, secret: string, publicUrl: string, validateSchema: boolean) =>
  betterAuth({
    database: { db: db as never, type: 'postgres' },
    secret,
    baseURL: publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 128 },
    user: { modelName: 'identity_users', fields: { ...stamps, emailVerified: 'email_verified' } },
    session: {
      modelName: 'identity_sessions',
      expiresIn: month,
      disableSessionRefresh: true,
      fields: {
        ...stamps,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'identity_accounts',
      fields: {
        ...stamps,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        password: 'password_hash',
      },
    },
    verification: {
      modelName: 'identity_verifications',
      fields: { ...stamps, expiresAt: 'expires_at' },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: () => crypto.randomUUID(), validateSchema },
    },
  })

export function createAuthentication(app: App): Authentication {
  const { publicUrl } = app.config
  let secret: Promise<string> | undefined
  const readSecret = () =>
    (secret ??= app.db
      .selectFrom('identity_secrets')
      .select('secret')
      .where('name', '=', 'session')
      .executeTakeFirstOrThrow()
      .then((row) => row.secret))
  let standing: Promise<ReturnType<typeof library>> | undefined
  const reading = () => (standing ??= readSecret().then((known) => library(app.db, known, publicUrl, true)))
  const name = `${publicUrl.startsWith('https:') ? '__Secure-' : ''}${cookiePrefix}.session_token`

  return {
    pair: new RateLimit(perMinute(10), 10, 'tries to sign in'),
    address: new RateLimit(perMinute(60), 60, 'tries to sign in from this address'),
    async signIn(ctx, email, password) {
      const api = library(ctx.db, await readSecret(), publicUrl, false).api
      const headers = new Headers({ 'user-agent': ctx.agent, 'x-forwarded-for': ctx.address })
      const answer = await api
        .signInEmail({ body: { email, password }, headers, returnHeaders: true })
        .catch((error: unknown) => {
          const { statusCode } = error as { statusCode?: number }
          if (statusCode && statusCode < 500)
            throw unauthenticated('The e-mail address or the password is not right.')
          throw error
        })
      for (const cookie of answer.headers.getSetCookie()) ctx.setHeader('set-cookie', cookie)
      return answer.response.user.id
    },
    async forgetCookie(ctx) {
      const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
      ctx.setHeader('set-cookie', `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`)
    },
    async sessionOf(headers) {
      const found = await (await reading()).api.getSession({ headers })
      return found ? { id: found.session.id, personId: found.user.id } : undefined
    },
    cookieOf(headers) {
      const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
      return cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
    },
  }
}

type Account = { id: string; name: string; email: string }

/** Set the password of a person, who can sign in from now on. */
export const setPassword = async (ctx: Ctx, person: Account, password: string): Promise<void> =>
  setPasswordHash(ctx, person, await hashPassword(password))

/** The same with a hash that is at hand: hashing is slow on purpose. */
export async function setPasswordHash(ctx: Ctx, person: Account, password_hash: string): Promise<void> {
  const changed = await ctx.update('identity_accounts', person.id, { password_hash, updated_at: ctx.now })
  if (changed) return
  const stamps = { created_at: ctx.now, updated_at: ctx.now }
  const { id, name, email } = person
  await ctx.insert('identity_users', { id, name, email, email_verified: true, image: null, ...stamps })
  await ctx.insert('identity_accounts', {
    id,
    user_id: id,
    account_id: id,
    provider_id: 'credential',
    password_hash,
    ...stamps,
  } as never)
}

export async function isPassword(ctx: Ctx, personId: string, password: string): Promise<boolean> {
  const account = await ctx.db
    .selectFrom('identity_accounts')
    .select('password_hash')
    .where('id', '=', personId)
    .executeTakeFirst()
  return account?.password_hash ? verifyPassword({ hash: account.password_hash, password }) : false
}
