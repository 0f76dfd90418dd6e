import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { endingWithParent } from '../support/end-with-parents.ts'
import { project } from '../support/sites.ts'

/** `astro dev` with a copy of a manuscript that may be edited, and all that it printed. */
export class DevServer {
  readonly address: string
  /** The copy, in a folder that the checks pass over. */
  readonly folder: string
  output = ''
  readonly #settings: Readonly<Record<string, string>>
  #process: ChildProcess | undefined

  /** @param settings variables of its environment */
  constructor(manuscript: string, port: number, settings: Readonly<Record<string, string>> = {}) {
    this.#settings = settings
    this.address = `http://127.0.0.1:${port}`
    this.folder = join(project, '.pamphlet-tests', `edited-${port}`)
    rmSync(this.folder, { recursive: true, force: true })
    cpSync(join(project, manuscript), this.folder, { recursive: true })
  }

  /** Starts it, and resolves when it answers. */
  async start(): Promise<this> {
    const astro = join(project, 'node_modules/astro/bin/astro.mjs')
    const env = {
      ...process.env,
      PAMPHLET_CONTENT: this.folder.slice(project.length + 1),
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...this.#settings,
    }
    this.#process = spawn(
      process.execPath,
      [...endingWithParent, astro, 'dev', '--ignore-lock', '--host', '127.0.0.1', '--port', new URL(this.address).port],
      {
        cwd: project,
        env,
      },
    )
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.output += text
      })
    }
    for (;;) {
      if (this.#process.exitCode !== null) throw new Error(`astro dev ended:\n${this.output}`)
      if (
        await fetch(this.address)
          .then(() => true)
          .catch(() => false)
      )
        return this
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }

  async stop() {
    const ended = new Promise((resolve) => this.#process?.once('exit', resolve))
    this.#process?.kill()
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Takes away all that is in the copy, and puts what is in another manuscript there at once, as git does between branches. */
  become(manuscript: string) {
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { recursive: true })
    cpSync(manuscript, this.folder, { recursive: true })
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  write(path: string, text: string) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true })
    writeFileSync(join(this.folder, path), text)
  }

  remove(path: string) {
    rmSync(join(this.folder, path))
  }
}
