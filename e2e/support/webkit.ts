import { type ChildProcess, spawn } from 'node:child_process'
import { globSync } from 'node:fs'

/** Where Debian puts the browser that its driver drives. */
const browsers = '/usr/lib/*/webkit2gtk-4.*/MiniBrowser'

/** WebKitGTK’s browser, driven by WebDriver (https://www.w3.org/TR/webdriver2/) on a screen that nobody sees. */
export class WebKit {
  readonly #programs: readonly ChildProcess[]
  readonly #session: string

  private constructor(programs: readonly ChildProcess[], session: string) {
    this.#programs = programs
    this.#session = session
  }

  /** @param port of the driver; the screen has its number as well */
  static async open(port: number): Promise<WebKit> {
    const [binary] = globSync(browsers)
    if (!binary) throw new Error('There is no WebKitGTK on this machine: apt-get install webkit2gtk-driver xvfb')
    const display = `:${port}`
    const screen = spawn('Xvfb', [display, '-screen', '0', '1500x1000x24', '-nolisten', 'tcp'], { stdio: 'ignore' })
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } })
    const address = `http://127.0.0.1:${port}/session`
    await answering(`http://127.0.0.1:${port}/status`)
    const { sessionId } = (await ask(address, 'POST', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
    })) as { sessionId: string }
    return new WebKit([driver, screen], `${address}/${sessionId}`)
  }

  /** Where there is one on this machine. */
  static isThere = (): boolean => globSync(browsers).length > 0

  goto = (url: string) => ask(`${this.#session}/url`, 'POST', { url })

  resize = (width: number, height: number) => ask(`${this.#session}/window/rect`, 'POST', { width, height })

  /** What an expression is on the page; it may be a promise, and must be something JSON can say. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const script = `const done = arguments[0]; (async () => JSON.stringify(await (${expression})) ?? 'null')().then(done, (error) => done('!' + error))`
    const answer = String(await ask(`${this.#session}/execute/async`, 'POST', { script, args: [] }))
    if (answer.startsWith('!')) throw new Error(answer.slice(1))
    return JSON.parse(answer)
  }

  /** @param actions of input devices (https://www.w3.org/TR/webdriver2/#actions) */
  act = (actions: readonly object[]) => ask(`${this.#session}/actions`, 'POST', { actions })

  async close() {
    await ask(this.#session, 'DELETE').catch(() => undefined)
    for (const program of this.#programs) {
      const ended = new Promise((resolve) => program.once('exit', resolve))
      program.kill()
      await ended
    }
  }
}

async function ask(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: { message?: string } }
  if (!response.ok) throw new Error(`${address}: ${value.message}`)
  return value
}

/** Until a program that has just been started answers. */
async function answering(address: string) {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error(`${address} does not answer.`)
}
