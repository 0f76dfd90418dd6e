import { keep, keyOf } from '../choices/kept.ts'
import { type Annotation, isAnnotation } from './annotation.ts'

/** All annotations of this publication on this device, in the order they were made; what is none of ours is passed over. */
export async function allAnnotations(): Promise<Annotation[]> {
  const found: unknown[] = await ask('readonly', (store) => store.getAll())
  return found.filter(isAnnotation).sort((a, b) => a.created.localeCompare(b.created))
}

/** Keeps annotations, each in the place of the one with its id. */
export async function saveAnnotations(annotations: readonly Annotation[]): Promise<void> {
  for (const annotation of annotations) await ask('readwrite', (store) => store.put(annotation))
  await note()
}

export async function removeAnnotations(ids: readonly string[]): Promise<void> {
  for (const id of ids) await ask('readwrite', (store) => store.delete(id))
  await note()
}

/** So that a page knows without opening the database whether there is anything to show. */
const note = async () => keep('annotated', await ask('readonly', (store) => store.count()))

function ask<T>(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(keyOf('annotations'), 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('annotations', { keyPath: 'id' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const asked = request(database.transaction('annotations', mode).objectStore('annotations'))
      asked.onsuccess = () => {
        database.close()
        resolve(asked.result)
      }
      asked.onerror = () => {
        database.close()
        reject(asked.error)
      }
    }
  })
}
