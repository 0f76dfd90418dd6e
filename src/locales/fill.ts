/** A message with its blanks filled: `{number}` by the value of that name. What has no value stays as it is. */
export const fill = (message: string, values: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/gu, (blank, name: string) => String(values[name] ?? blank))
