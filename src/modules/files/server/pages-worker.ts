import { open, readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { imageSize } from 'image-size'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Pages } from '../contract.ts'

/** No page beyond these is measured. */
const most = 500
const headBytes = 1_000_000

async function ofImage(path: string): Promise<Pages> {
  const file = await open(path)
  const head = new Uint8Array(headBytes)
  const { bytesRead } = await file.read(head, 0, headBytes, 0).finally(() => file.close())
  const { width, height, orientation = 1 } = imageSize(head.subarray(0, bytesRead))
  // From the fifth on the camera lay on its side, and browsers show the picture upright.
  const sheet = orientation >= 5 ? { width: height, height: width } : { width, height }
  return { total: 1, unit: 'pixel', sheets: [sheet] }
}

async function ofPdf(path: string): Promise<Pages> {
  const data = new Uint8Array(await readFile(path))
  const task = getDocument({ data, isEvalSupported: false, useWasm: false, verbosity: VerbosityLevel.ERRORS })
  const pdf = await task.promise
  const sheets: Pages['sheets'] = []
  for (let page = 1; page <= Math.min(most, pdf.numPages); page += 1) {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 })
    sheets.push({ width: Math.round(width * 100) / 100, height: Math.round(height * 100) / 100 })
  }
  return { total: pdf.numPages, unit: 'point', sheets }
}

const { path, type } = workerData as { path: string; type: string }
parentPort?.postMessage({ result: await (type === 'application/pdf' ? ofPdf : ofImage)(path) })
