// What other modules show of commitments: the strokes of a signature as a drawing.

export { InkImage } from './ink-image.tsx'
