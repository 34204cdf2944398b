export { Bm25Index, type Hit } from './bm25.ts'
export {
  type Bands,
  meetingChance,
  minHash,
  ResemblanceIndex,
  resemblance,
  type Signature,
} from './minhash.ts'
export { jaccard, shinglesOf } from './shingles.ts'
export { type Similar, type SimilarAsked, SimilarTexts, similar, type Text } from './similar.ts'
export { telling, wordsOf } from './words.ts'
