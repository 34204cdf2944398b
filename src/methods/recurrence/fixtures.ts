/** A rule that begins on New York’s clock unless another zone is named, with further lines behind it. */
export const rule = (start: string, text: string, zone = 'America/New_York', ...extra: string[]) =>
  [`DTSTART;TZID=${zone}:${start}`, `RRULE:${text}`, ...extra].join('\n')

/** Long enough for everything that is looked for. */
export const far = { from: new Date('1990-01-01'), to: new Date('2031-01-01') }
