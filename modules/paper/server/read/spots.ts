// Dark spots that hang together, with their moments: squares that were printed are told from letters and shadows by these.

export type Spot = {
  area: number
  /** The middle. */
  x: number
  y: number
  left: number
  right: number
  top: number
  bottom: number
  /** The same for every parallelogram, however it is turned or slanted: 1/144. For a triangle it is 1/108. */
  squareness: number
}

/** All spots of a mask of `width` by `height`. The mask is used up. */
export function spotsIn(mask: Uint8Array, width: number, height: number): Spot[] {
  const spots: Spot[] = []
  const queue: number[] = []
  for (let start = 0; start < mask.length; start += 1) {
    if (!mask[start]) continue
    mask[start] = 0
    queue.push(start)
    spots.push(measure(mask, width, height, queue))
  }
  return spots
}

function measure(mask: Uint8Array, width: number, height: number, queue: number[]): Spot {
  let [area, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0]
  let [left, right, top, bottom] = [width, 0, height, 0]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    area += 1
    sx += x
    sy += y
    sxx += x * x
    syy += y * y
    sxy += x * y
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1) {
        const [nx, ny] = [x + dx, y + dy]
        if (nx < 0 || ny < 0 || nx >= width || ny >= height || !mask[ny * width + nx]) continue
        mask[ny * width + nx] = 0
        queue.push(ny * width + nx)
      }
  }
  const [mx, my] = [sx / area, sy / area]
  const [mxx, myy, mxy] = [sxx - mx * sx, syy - my * sy, sxy - mx * sy]
  return { area, x: mx, y: my, left, right, top, bottom, squareness: (mxx * myy - mxy * mxy) / area ** 4 }
}
