import { address } from '../../../kernel/client.ts'
import { files } from '../contract.ts'

/** Where the bytes of a version are; the newest, named so that another version is another picture. */
export const bytesAt = ({ id, version }: { id: string; version: number }): string =>
  address(files.content, { id, number: version }).url
