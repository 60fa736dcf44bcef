// A Word document as it comes inside an answer.

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const wordFile = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: wordType })
