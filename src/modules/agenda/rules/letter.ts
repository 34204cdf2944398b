import type { Section } from '../things.ts'

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const line = (words: string): string => words.replace(/\s+/g, ' ').trim()
const more = (count: number): string => (count > 0 ? `and ${count} more` : '')

export type Letter = { subject: string; text: string; html: string }
type Around = { organisation: string; day: string; url: string; stopUrl: string }

const tell = ({ title, lines, more }: Section): string => `${lines.length + more} ${title.toLowerCase()}`

/** A digest as a letter: plain words, and the same as simple HTML that loads nothing. */
export function letterOf(sections: readonly Section[], around: Around): Letter {
  const subject = line(`${sections.map(tell).join(', ')} (${around.day})`)
  return { subject, text: textOf(sections, around), html: htmlOf(sections, around) }
}

function textOf(sections: readonly Section[], { url, stopUrl, organisation }: Around): string {
  const told = sections.map((section) =>
    [
      section.title.toUpperCase(),
      ...section.lines.map(({ title, note, path }) => `- ${line(title)}\n  ${line(note)}\n  ${url}${path}`),
      ...(section.more > 0 ? [`  ${more(section.more)}`] : []),
    ].join('\n'),
  )
  const end = `You chose this digest of ${line(organisation)}. Another rhythm: ${url}/digest\nStop it with one click: ${stopUrl}`
  return `${told.join('\n\n')}\n\n--\n${end}\n`
}

function htmlOf(sections: readonly Section[], { url, stopUrl, organisation }: Around): string {
  const told = sections.map(
    (section) =>
      `<h2 style="font-size:15px;margin:20px 0 6px">${escaped(section.title)}</h2><ul style="margin:0;padding-left:18px">${section.lines
        .map(
          ({ title, note, path }) =>
            `<li style="margin:4px 0"><a href="${escaped(url + path)}">${escaped(line(title))}</a><br><span style="color:#666">${escaped(line(note))}</span></li>`,
        )
        .join('')}</ul>${section.more > 0 ? `<p style="color:#666">${more(section.more)}</p>` : ''}`,
  )
  return `<!doctype html><html lang="en"><body style="font:14px/1.45 system-ui,sans-serif;max-width:600px">${told.join('')}<p style="color:#666;margin-top:24px">You chose this digest of ${escaped(line(organisation))}. <a href="${escaped(`${url}/digest`)}">Another rhythm</a> · <a href="${escaped(stopUrl)}">Stop it</a></p></body></html>`
}
