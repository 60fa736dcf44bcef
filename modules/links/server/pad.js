// Ink on the page of a link: strokes as points on a grid of 1000 by 600, put into the form when it is sent. No library: the
// page is opened once, often over a poor network.
;(() => {
  const form = document.getElementById('sign')
  const box = form?.querySelector('.pad')
  const canvas = box?.querySelector('canvas')
  const pen = canvas?.getContext('2d')
  if (!form || !box || !canvas || !pen) return
  box.hidden = false
  const strokes = []
  let drawing = false
  pen.lineWidth = 3.2
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#1b2a4a'
  const pointOf = (event) => {
    const place = canvas.getBoundingClientRect()
    return [((event.clientX - place.left) / place.width) * 1000, ((event.clientY - place.top) / place.height) * 600]
  }
  const draw = (from, to) => {
    pen.beginPath()
    pen.moveTo(from[0] * 0.6, from[1] * 0.6)
    pen.lineTo(to[0] * 0.6, to[1] * 0.6)
    pen.stroke()
  }
  canvas.addEventListener('pointerdown', (event) => {
    drawing = true
    canvas.setPointerCapture(event.pointerId)
    const point = pointOf(event)
    strokes.push([point])
    draw(point, point)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!drawing) return
    const stroke = strokes[strokes.length - 1]
    const point = pointOf(event)
    const last = stroke[stroke.length - 1]
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) < 4) return
    draw(last, point)
    stroke.push(point)
  })
  for (const kind of ['pointerup', 'pointercancel'])
    canvas.addEventListener(kind, () => {
      drawing = false
    })
  box.querySelector('.redo').addEventListener('click', () => {
    strokes.length = 0
    pen.clearRect(0, 0, canvas.width, canvas.height)
  })
  form.addEventListener('submit', () => {
    form.elements.strokes.value = strokes.length
      ? JSON.stringify(strokes.map((stroke) => stroke.map(([x, y]) => [Math.round(x), Math.round(y)])))
      : ''
  })
})()
