// A page to write on, byte by byte and with nothing new for each entry.

const zero = 0x30

/** A page written on from its beginning again and again; `end` is where the next byte goes. */
export class Page {
  bytes = Buffer.allocUnsafeSlow(64 * 1024)
  view = new DataView(this.bytes.buffer)
  end = 0
  private views: Buffer[] = []

  /** Begins anew, with room for so many bytes. */
  begin(room: number): void {
    this.end = 0
    if (room <= this.bytes.length) return
    this.bytes = Buffer.allocUnsafeSlow(2 * room)
    this.view = new DataView(this.bytes.buffer)
    this.views = []
  }

  /** What is written. A view costs more than a short hash, so those of usual length are kept. */
  written(): Buffer {
    const { end } = this
    if (end >= 4096) return this.bytes.subarray(0, end)
    const known = this.views[end]
    if (known) return known
    const view = this.bytes.subarray(0, end)
    this.views[end] = view
    return view
  }

  copy(bytes: Uint8Array, from: number, until: number): void {
    const to = this.bytes
    let { end } = this
    for (let at = from; at < until; at += 1) to[end++] = bytes[at]!
    this.end = end
  }

  /** The last `width` digits of a whole number. */
  digits(number: number, width: number): void {
    let rest = number
    for (let at = this.end + width - 1; at >= this.end; at -= 1) {
      const ten = Math.floor(rest / 10)
      this.bytes[at] = zero + rest - 10 * ten
      rest = ten
    }
    this.end += width
  }
}
