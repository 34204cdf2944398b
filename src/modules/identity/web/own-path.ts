/** Only an address of this app: `//evil.example` and `/\evil.example` are other sites to a browser. */
export const isOwnPath = (path: string): boolean => /^\/(?![/\\])/.test(path) && !/[\r\n\t]/.test(path)
