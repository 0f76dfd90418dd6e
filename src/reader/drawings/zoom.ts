const most = 8

/**
 * Lets a drawing in a sheet that scrolls be zoomed with two fingers and with the wheel.
 *
 * @returns what zooms by a factor about the middle of the sheet; 0 shows the whole drawing
 */
export function zoomBy(sheet: HTMLElement, drawing: SVGSVGElement): (factor: number) => void {
  const { width, height } = drawing.viewBox.baseVal
  let scale = 1
  const whole = () => Math.min(sheet.clientWidth, (sheet.clientHeight * width) / height)

  /** Leaves the point of the drawing that lies under a point of the sheet where it is. */
  function to(next: number, x: number, y: number) {
    const bounded = Math.min(most, Math.max(1, next))
    const by = bounded / scale
    const { scrollLeft, scrollTop } = sheet
    scale = bounded
    drawing.style.inlineSize = `${whole() * scale}px`
    sheet.scrollLeft = (scrollLeft + x) * by - x
    sheet.scrollTop = (scrollTop + y) * by - y
  }

  sheet.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const { left, top } = sheet.getBoundingClientRect()
      to(scale * 1.002 ** -event.deltaY, event.clientX - left, event.clientY - top)
    },
    { passive: false },
  )

  let apart = 0
  const distance = ([a, b]: readonly Touch[]) => (a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0)
  sheet.addEventListener('touchstart', ({ touches }) => {
    apart = distance([...touches])
  })
  sheet.addEventListener(
    'touchmove',
    (event) => {
      const [a, b] = event.touches
      if (!a || !b || apart === 0) return
      event.preventDefault()
      const { left, top } = sheet.getBoundingClientRect()
      const now = distance([a, b])
      to((scale * now) / apart, (a.clientX + b.clientX) / 2 - left, (a.clientY + b.clientY) / 2 - top)
      apart = now
    },
    { passive: false },
  )
  return (factor) => to(factor === 0 ? 1 : scale * factor, sheet.clientWidth / 2, sheet.clientHeight / 2)
}
