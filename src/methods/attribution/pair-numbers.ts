/**
 * Numbers pairs of whole numbers 0, 1, 2 … in the order they are first asked for; `firsts` and `seconds` read a pair
 * back by its number. An open-addressed table of integers: millions of pairs a second, where keys made of text or
 * products would cost several times as much or run out of exact integers.
 */
export class PairNumbers {
  size = 0
  firsts = new Int32Array(512)
  seconds = new Int32Array(512)
  private slots = new Int32Array(1024).fill(-1)

  numberOf(first: number, second: number): number {
    const slot = this.slotOf(first, second)
    const found = this.slots[slot]!
    if (found >= 0) return found
    if (this.size === this.firsts.length) {
      this.grow()
      return this.numberOf(first, second)
    }
    this.firsts[this.size] = first
    this.seconds[this.size] = second
    this.slots[slot] = this.size
    return this.size++
  }

  private slotOf(first: number, second: number): number {
    const mask = this.slots.length - 1
    let slot = (mixed(first, second) & mask) >>> 0
    for (let at = this.slots[slot]!; at >= 0; at = this.slots[slot]!) {
      if (this.firsts[at] === first && this.seconds[at] === second) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  private grow(): void {
    this.firsts = doubled(this.firsts)
    this.seconds = doubled(this.seconds)
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let at = 0; at < this.size; at++) {
      this.slots[this.slotOf(this.firsts[at]!, this.seconds[at]!)] = at
    }
  }
}

function mixed(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca77)
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return spread ^ (spread >>> 13)
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
