import type { Readable } from 'node:stream'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { FileProblem } from './problem.ts'
import { damaged } from './unpack.ts'

export type Tag = { name: string; attributes: Record<string, string> }

export type XmlVisitor = {
  open?: (tag: Tag) => void
  text?: (text: string) => void
  close?: (name: string) => void
  /** Awaited between pieces, so that a writer can keep pace. */
  pause?: () => Promise<void>
}

/** Walks an XML stream; prefixes are dropped (`x:row` is `row`), entities of a DOCTYPE are never expanded. */
export async function walkXml(stream: Readable, file: string, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', () => {
    throw damaged(file)
  })
  parser.on('opentag', (tag: SaxesTagPlain) =>
    visitor.open?.({ name: local(tag.name), attributes: tag.attributes }),
  )
  parser.on('text', (text: string) => visitor.text?.(text))
  parser.on('cdata', (text: string) => visitor.text?.(text))
  parser.on('closetag', (tag: SaxesTagPlain) => visitor.close?.(local(tag.name)))
  const decoder = new TextDecoder()
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(piece, { stream: true }))
      await visitor.pause?.()
    }
    parser.close()
  } catch (error) {
    stream.destroy()
    throw error instanceof FileProblem ? error : damaged(file)
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)
