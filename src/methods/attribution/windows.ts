import { PairNumbers } from './pair-numbers.ts'

/**
 * Numbers windows of consecutive channels from 1 in the order they are met; 0 is the empty one. They are the nodes of a
 * tree, each the window before it and a channel more, so that any order has exact numbers.
 */
export function windowNumbers() {
  const nodes = new PairNumbers()
  const stateOfNode: number[] = [0]
  const nodeOfState: number[] = [0]

  const stateOf = (steps: Int32Array, from: number, to: number): number => {
    let node = 0
    for (let i = from; i < to; i++) node = nodes.numberOf(node, steps[i]!) + 1
    const known = stateOfNode[node]
    if (known !== undefined) return known
    stateOfNode[node] = nodeOfState.length
    return nodeOfState.push(node) - 1
  }

  return {
    stateOf,
    count: () => nodeOfState.length - 1,
    holders: (channels: number) => holdersOf(nodes, nodeOfState, channels),
  }
}

/** For each channel the windows that contain it, found by walking each window back to the root. */
function holdersOf(nodes: PairNumbers, nodeOfState: readonly number[], channels: number): number[][] {
  const holders = Array.from({ length: channels }, (): number[] => [])
  for (let state = 1; state < nodeOfState.length; state++) {
    for (let node = nodeOfState[state]!; node > 0; node = nodes.firsts[node - 1]!) {
      const states = holders[nodes.seconds[node - 1]!]!
      if (states.at(-1) !== state) states.push(state)
    }
  }
  return holders
}

export type Windows = ReturnType<typeof windowNumbers>
