// Hands a paper over to the browser to keep. Its name tells nothing but its number.

export function savePdf(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.pdf`
  link.click()
  URL.revokeObjectURL(address)
}
