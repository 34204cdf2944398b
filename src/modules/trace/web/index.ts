export { LinkUp } from './LinkUp.tsx'
export { Trace } from './Trace.tsx'
