/** Whether a file of the manuscript is a font, by where it lies and how its name ends. */
export const isFacePath = (path: string): boolean => /^faces\/.+\.(?:woff2?|ttf|otf)$/iu.test(path)
