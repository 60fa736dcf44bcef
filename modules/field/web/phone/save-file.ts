// Hands a sealed outbox to the phone's own ways of sharing, or to its downloads.

export function saveSealed(bytes: Uint8Array): void {
  const name = `phieu-kin-${new Date().toISOString().slice(0, 16).replace(/\D/g, '')}.byb`
  const file = new File([Uint8Array.from(bytes)], name, { type: 'application/octet-stream' })
  if (navigator.canShare?.({ files: [file] })) {
    void navigator.share({ files: [file] }).catch(() => undefined)
    return
  }
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
