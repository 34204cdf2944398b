export { LinkUp } from './LinkUp.tsx'
export { Serving } from './Serving.tsx'
export { Trace } from './Trace.tsx'
