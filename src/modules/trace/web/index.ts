export { Trace } from './Trace.tsx'
