/** Resolves once the browser has painted what has changed until now; where nothing is painted, as in a hidden tab, soon. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, 300)
  })
