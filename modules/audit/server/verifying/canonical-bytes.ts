// Writes the text of a jsonb value as canonical JSON, byte by byte and without reading it into objects: no spaces, keys
// in their order. Texts and numbers stay as PostgreSQL wrote them. Where that differs from what `canonical` writes (a number
// like 1e21, a key outside the basic plane), the hash does not fit and the entry is judged in the plain way.

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d
const space = 0x20
const zero = 0x30

/** Numbers kept of each member of an object: where its key begins and ends, and where the member ends. */
const marksEach = 3

/** A page written on from its beginning again and again; `end` is where the next byte goes. */
export class Page {
  bytes = Buffer.allocUnsafe(64 * 1024)
  end = 0
  private text: Uint8Array = this.bytes
  private read = 0
  private until = 0
  /** Members of the objects that are being written, inner ones on top. */
  private marks = new Int32Array(1024)
  private top = 0
  private spare = Buffer.allocUnsafe(0)
  private views: Buffer[] = []

  /** Begins anew, with room for so many bytes. */
  begin(room: number): void {
    this.end = 0
    if (room <= this.bytes.length) return
    this.bytes = Buffer.allocUnsafe(2 * room)
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

  /** Needs as much room as the text is long. */
  canonical(text: Uint8Array, from: number, until: number): void {
    this.text = text
    this.read = from
    this.until = until
    this.top = 0
    this.value()
  }

  private value(): void {
    const first = this.afterSpaces()
    if (first === quote) this.string()
    else if (first === openBrace) this.object()
    else if (first === openBracket) this.array()
    else this.word()
  }

  /** The next byte that is no space; -1 at the end. */
  private afterSpaces(): number {
    while (this.read < this.until && this.text[this.read] === space) this.read += 1
    return this.read < this.until ? this.text[this.read]! : -1
  }

  private one(): void {
    this.bytes[this.end++] = this.text[this.read++]!
  }

  private string(): void {
    const { text, until, bytes: to } = this
    let { read, end } = this
    to[end++] = text[read++]!
    while (read < until) {
      const byte = text[read++]!
      to[end++] = byte
      if (byte === quote) break
      if (byte === backslash) to[end++] = text[read++]!
    }
    this.read = read
    this.end = end
  }

  /** A number, true, false or null. */
  private word(): void {
    for (let byte = -1; this.read < this.until; byte = this.text[this.read]!) {
      if (byte === comma || byte === closeBrace || byte === closeBracket) return
      this.one()
    }
  }

  private array(): void {
    this.one()
    for (let byte = this.afterSpaces(); byte !== -1 && byte !== closeBracket; byte = this.afterSpaces()) {
      if (byte === comma) this.one()
      else this.value()
    }
    if (this.read < this.until) this.one()
  }

  private object(): void {
    const first = this.top
    let inOrder = true
    this.one()
    for (let byte = this.afterSpaces(); byte !== -1 && byte !== closeBrace; byte = this.afterSpaces()) {
      if (byte === comma) this.one()
      const mark = this.room()
      this.afterSpaces()
      this.marks[mark] = this.end
      this.string()
      this.marks[mark + 1] = this.end
      if (this.afterSpaces() === colon) this.one()
      this.value()
      this.marks[mark + 2] = this.end
      inOrder &&= mark === first || this.comesBefore(mark - marksEach, mark)
    }
    if (!inOrder) this.putInOrder(first)
    this.top = first
    if (this.read < this.until) this.one()
  }

  private room(): number {
    const mark = this.top
    this.top += marksEach
    if (this.top > this.marks.length) {
      const more = new Int32Array(2 * this.marks.length)
      more.set(this.marks)
      this.marks = more
    }
    return mark
  }

  /** Compared without their quotes, so that a key comes before another one that goes on after it. */
  private comesBefore(one: number, other: number): boolean {
    const { bytes, marks } = this
    const [oneFrom, otherFrom] = [marks[one]! + 1, marks[other]! + 1]
    const oneLength = marks[one + 1]! - 1 - oneFrom
    const otherLength = marks[other + 1]! - 1 - otherFrom
    for (let index = 0; index < oneLength && index < otherLength; index += 1) {
      const difference = bytes[oneFrom + index]! - bytes[otherFrom + index]!
      if (difference !== 0) return difference < 0
    }
    return oneLength < otherLength
  }

  private putInOrder(first: number): void {
    const { bytes, marks } = this
    const order: number[] = []
    for (let mark = first; mark < this.top; mark += marksEach) {
      let place = order.length
      while (place > 0 && this.comesBefore(mark, order[place - 1]!)) place -= 1
      order.splice(place, 0, mark)
    }
    const start = marks[first]!
    if (this.spare.length < this.end - start) this.spare = Buffer.allocUnsafe(2 * (this.end - start))
    const { spare } = this
    for (let at = start; at < this.end; at += 1) spare[at - start] = bytes[at]!
    let end = start
    for (const mark of order) {
      if (end > start) bytes[end++] = comma
      const until = marks[mark + 2]! - start
      for (let at = marks[mark]! - start; at < until; at += 1) bytes[end++] = spare[at]!
    }
  }
}
