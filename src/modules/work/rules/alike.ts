const plain = new Set('and the for with from into our new der die das und für mit'.split(' '))

/** The words of a title by which another is like it, at most eight. */
export const wordsOf = (title: string): string[] =>
  [
    ...new Set(
      title
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 2 && !plain.has(word)),
    ),
  ].slice(0, 8)
