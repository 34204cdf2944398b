const mostBytes = 255
const size = (text: string): number => new TextEncoder().encode(text).length

/** Control characters, and those that turn text around or cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\ufeff]/gu
/** What a file system or a shell reads as more than a name. */
const meaning = /[<>:"|?*\\/]/g
/** Names that Windows keeps for devices, whatever ending they have. */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** A name that is only a name: without folders, unseen characters and devices, of at most 255 bytes; its ending stays. */
export function safeName(said: string): string {
  const last = said.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const seen = last.replaceAll(unseen, '').replaceAll(meaning, '_').replaceAll(/\s+/g, ' ')
  const bare = seen.replace(/^[. ]+|[. ]+$/g, '')
  return shortened(devices.test(bare) ? `_${bare}` : bare || 'file')
}

function shortened(name: string): string {
  if (size(name) <= mostBytes) return name
  const ending = endingOf(name)
  let stem = [...name.slice(0, name.length - ending.length)]
  while (size(stem.join('') + ending) > mostBytes) stem = stem.slice(0, -1)
  return `${stem.join('').trimEnd()}${ending}`
}

/** The ending with its dot, in the letters it was given; empty where it has none worth the name. */
export const endingOf = (name: string): string => /(?<=.)\.[\p{L}\p{N}]{1,16}$/u.exec(name)?.[0] ?? ''

/** The name, or with the first number that nobody has: `brief (2).pdf`. */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()))
  const ending = endingOf(name)
  const stem = name.slice(0, name.length - ending.length)
  let free = name
  for (let number = 2; used.has(free.toLowerCase()); number += 1)
    free = shortened(`${shortened(stem).slice(0, 100)} (${number})${ending}`)
  return free
}
