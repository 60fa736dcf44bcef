// The text of a .pdf in tests, page by page, as whoever reads it finds it.

import { PDFiumLibrary } from '@hyzyla/pdfium'

export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const texts = [...document.pages()].map((page) => page.getText().replaceAll(/\s+/g, ' ').normalize('NFC'))
  document.destroy()
  library.destroy()
  return texts
}
