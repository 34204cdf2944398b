/** A piece of a formula with the character it begins at, from 1. */
export type Token = { kind: 'number' | 'name' | 'sign' | 'end'; text: string; at: number }

/** What is wrong with a formula and where; caught by `readFormula`, which answers its sentence. */
export class FormulaFault extends RangeError {
  readonly at: number

  constructor(sentence: string, at: number) {
    super(sentence)
    this.at = at
  }
}

const signs: Record<string, string> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
}
const spellings: Record<string, string> = { '==': '=', '<>': '!=' }
const piece =
  /\s+|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_]*)|\[(?<field>[^[\]]+)\]|(?<sign><=|>=|<>|!=|==|[-+*/×·÷−(),<>=≤≥≠])/uy

/** The pieces of a formula, an end behind them. Throws FormulaFault for a character that no formula has. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  piece.lastIndex = 0
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex + 1
    const found = piece.exec(text)
    if (!found) throw unreadable(text, at)
    const { number, name, field, sign } = found.groups!
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (sign !== undefined)
      tokens.push({ kind: 'sign', text: signs[sign] ?? spellings[sign] ?? sign, at })
    else if (name !== undefined || field !== undefined)
      tokens.push({ kind: 'name', text: (name ?? field!).trim(), at })
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }]
}

function unreadable(text: string, at: number): FormulaFault {
  const character = String.fromCodePoint(text.codePointAt(at - 1)!)
  if (character === '[')
    return new FormulaFault(`The field that begins with [ at character ${at} does not end with ].`, at)
  return new FormulaFault(
    `“${character}” at character ${at} cannot stand in a formula; there are numbers, fields, + − × ÷, ( ), comparisons and min, max, round, if.`,
    at,
  )
}
