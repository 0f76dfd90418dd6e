import { cancel, group, intro, text } from '@clack/prompts'
import { mistakesIn, type Wishes } from './files-of-series.ts'

/** Asks at the terminal for what no flag has said; nothing where the writer breaks off. */
export async function ask(said: Partial<Wishes>, folder: string): Promise<Wishes | undefined> {
  intro('A new series')
  let isOff = false
  const question = (field: keyof Wishes, message: string, proposed: string) => () => {
    const given = said[field]
    if (given !== undefined) return Promise.resolve(given)
    return text({
      message,
      placeholder: proposed || 'none yet',
      defaultValue: proposed,
      validate: (typed) => mistakesIn({ [field]: typed || undefined })[0],
    })
  }
  const answers = await group(
    {
      title: question('title', 'What is it called?', folder.replace(/[-_]+/gu, ' ')),
      author: question('author', 'Who writes it? “Orr, Ada” for a person, a body as its name is', 'An author'),
      language: question('language', 'In which language?', 'en'),
      licence: question('licence', 'Under which licence? “CC BY 4.0”, for instance', 'all rights reserved'),
      address: question('address', 'Where will it live? It can be said later', ''),
    },
    {
      onCancel: () => {
        isOff = true
        cancel('Nothing was written.')
      },
    },
  )
  if (isOff) return undefined
  const { title, author, language, licence, address } = answers as Record<keyof Wishes, string>
  return { title, author, language, ...(licence && { licence }), ...(address && { address }) }
}
