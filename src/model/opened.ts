/** Words that code says once something is opened: by the element that they were handed to and their name there, `results-one`. */
export type OpenedWords = Record<string, Record<string, string>>
