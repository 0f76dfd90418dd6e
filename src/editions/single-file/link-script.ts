import type { IdsInFile } from './unique-ids.ts'

/** A script that tells the search where a place of the site, `/part-1/#note-x`, is in the file: `#note-x`. */
export function linkScript(ids: IdsInFile): string {
  const pages = Object.fromEntries([...ids].map(([path, { self }]) => [path, self]))
  const moved = [...ids].flatMap(([path, page]) =>
    [...page.ids].filter(([id, inFile]) => id !== inFile && isFound(id)).map(([id, inFile]) => [`${path}#${id}`, inFile]),
  )
  const tables = [pages, Object.fromEntries(moved)].map((table) => JSON.stringify(table).replaceAll('<', '\\u003c'))
  return `((pages,moved)=>{globalThis.pamphletLink=url=>{const[path,id]=url.split("#");return"#"+(id?moved[url]??id:pages[path]??"")}})(${tables.join(',')});`
}

/** Whether a search may lead to a place: citations and lists of an entry are no results. */
const isFound = (id: string) => !/^(?:cite|quote|ref)-|^(?:relations|sources|mentions|mentions-elsewhere|cited-in|supports)$/u.test(id)
