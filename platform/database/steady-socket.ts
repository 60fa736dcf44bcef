// The stream of a connection on this machine. It reads into the same memory again and again: what a long COPY brings would be
// garbage at once, and to collect that takes longer than to read it.
import net from 'node:net'

const packetBytes = 64 * 1024

export class SteadySocket extends net.Socket {
  /** Is given what comes, in memory that is written over afterwards: as it is here, a copy goes to the driver. */
  receive: (bytes: Buffer) => void = this.toDriver

  constructor() {
    super({
      onread: {
        buffer: Buffer.allocUnsafeSlow(packetBytes),
        callback: (length, bytes) => {
          this.receive(Buffer.from(bytes.buffer, bytes.byteOffset, length))
          return true
        },
      },
    } as net.SocketConstructorOpts)
  }

  toDriver(bytes: Buffer): void {
    this.emit('data', Buffer.from(bytes))
  }
}
