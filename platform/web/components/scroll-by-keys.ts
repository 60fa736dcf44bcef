// What scrolls and holds nothing that takes the focus takes it itself, so that the keys reach its end.

import { type RefObject, useEffect } from 'react'

const takesFocus = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** `shown`: whether the element is there. Looked at again whenever its size changes, since contents come later than their box. */
export function useScrollByKeys(element: RefObject<HTMLElement | null>, shown: boolean): void {
  useEffect(() => {
    const box = element.current
    if (!shown || !box) return undefined
    const look = () => {
      const scrolls = box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth
      if (scrolls && !box.querySelector(takesFocus)) box.tabIndex = 0
      else box.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(look)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element, shown])
}
