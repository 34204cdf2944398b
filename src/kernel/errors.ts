/** The HTTP status of each code. */
export const problemStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
  broken: 500,
} as const

export type ProblemCode = keyof typeof problemStatus

/** RFC 9457 body; `fields` names what to mend in which input field. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail: string
  fields?: { field: string; message: string }[]
  request?: string
}

const titles: Record<ProblemCode, string> = {
  invalid: 'The input cannot be used',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  missing: 'Not found',
  conflict: 'Not possible now',
  limited: 'Too many requests',
  broken: 'Something broke',
}

/** The one error class: a code and a sentence a person can act on. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    sentence: string,
    readonly fields?: { field: string; message: string }[],
    readonly retryAfter?: number,
  ) {
    super(sentence)
    this.name = 'Problem'
  }

  get status(): number {
    return problemStatus[this.code]
  }

  body(request?: string): ProblemBody {
    return {
      type: `urn:fullscore:${this.code}`,
      title: titles[this.code],
      status: this.status,
      code: this.code,
      detail: this.message,
      ...(this.fields ? { fields: this.fields } : {}),
      ...(request ? { request } : {}),
    }
  }
}

/** The input cannot be used (422): what is wrong, where, and how to mend it; `fields` names it by input field. */
export const invalid = (sentence: string, fields?: Problem['fields']) =>
  new Problem('invalid', sentence, fields)
/** Nobody is signed in (401). */
export const unauthenticated = (sentence = 'Sign in to go on.') => new Problem('unauthenticated', sentence)
/** Whoever asks may not (403); say which permission it takes or what to do instead. */
export const forbidden = (sentence: string) => new Problem('forbidden', sentence)
/** It is not there, or not to be seen by whoever asks (404); `what` begins the sentence: `This board`. */
export const missing = (what: string) =>
  new Problem('missing', `${what} does not exist, or is not yours to see.`)
/** It is not possible as things stand now (409); say what has to happen first. */
export const conflict = (sentence: string) => new Problem('conflict', sentence)
/** Too many requests (429); `retryAfter` in seconds. */
export const limited = (sentence: string, retryAfter: number) =>
  new Problem('limited', sentence, undefined, retryAfter)
