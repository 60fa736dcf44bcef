// QR codes in a picture: by the browser itself where it can, else by zxing, which comes with the application and needs no network.

import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'

type Detector = { detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type DetectorKind = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

/** Every text that stands in a code of the picture. */
export type Decode = (picture: ImageData) => Promise<string[]>

let decoding: Promise<Decode> | undefined
export const decoder = (): Promise<Decode> => {
  decoding ??= ownDecoder().then((own) => own ?? zxing())
  return decoding
}

async function ownDecoder(): Promise<Decode | undefined> {
  const kind = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector
  const formats: string[] = (await kind?.getSupportedFormats().catch(() => undefined)) ?? []
  if (!kind || !formats.includes('qr_code')) return undefined
  const own = new kind({ formats: ['qr_code'] })
  return async (picture) => (await own.detect(picture)).map(({ rawValue }) => rawValue)
}

async function zxing(): Promise<Decode> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  // From our own server, and from the phone itself when there is no network.
  prepareZXingModule({ overrides: { locateFile: () => wasmAddress } })
  return async (picture) => {
    const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
    return found.filter(({ isValid }) => isValid).map(({ text }) => text)
  }
}

/** Larger pictures only take longer: a code on a phone's screen is read at half of this. */
const widest = 1600

export function pictureOf(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, widest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen || canvas.width === 0 || canvas.height === 0) return undefined
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}
