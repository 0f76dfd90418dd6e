import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Playwright’s Firefox and Puppeteer’s settings relax the rules for files; this one is as readers have it. The program
 * would relax them too for whoever drives it, but for the first of these.
 */
const preferences = {
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.disabledForTesting': true,
  'extensions.systemAddon.update.enabled': false,
  'browser.newtabpage.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}

type Answer = {
  readonly id?: number
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
  readonly method?: string
  readonly params?: unknown
}

/** An event of the log or of the network. */
type Event = {
  readonly level?: string
  readonly text?: string
  readonly source?: { readonly context?: string }
  readonly context?: string
  readonly errorText?: string
  readonly request?: { readonly url: string }
}

/** A Firefox without a window, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export class Firefox {
  /** What pages complained about and could not get. */
  readonly offences: string[] = []
  readonly #program: ChildProcess
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  #context = ''

  private constructor(program: ChildProcess, socket: WebSocket) {
    this.#program = program
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data))))
  }

  /** @param profile folder for what the browser stores */
  static async open(path: string, profile: string): Promise<Firefox> {
    mkdirSync(profile, { recursive: true })
    writeFileSync(
      join(profile, 'user.js'),
      Object.entries(preferences)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    )
    const program = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      program.stderr?.on('data', (text) => {
        said += text
        const [, found] = /WebDriver BiDi listening on (ws:\S+)/u.exec(said) ?? []
        if (found) resolve(found)
      })
      program.once('exit', () => reject(new Error(said)))
    })
    const socket = new WebSocket(`${address}/session`)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', reject)
    })
    const firefox = new Firefox(program, socket)
    await firefox.#send('session.new', { capabilities: {} })
    await firefox.#send('session.subscribe', { events: ['log.entryAdded', 'network.fetchError'] })
    // The first page of the program fetches things for itself.
    const { context } = (await firefox.#send('browsingContext.create', { type: 'tab' })) as { context: string }
    firefox.#context = context
    return firefox
  }

  async goto(url: string) {
    await this.#send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' })
  }

  async resize(width: number, height: number) {
    await this.#send('browsingContext.setViewport', { context: this.#context, viewport: { width, height } })
  }

  /** @param actions of input devices (https://www.w3.org/TR/webdriver2/#actions) */
  async act(actions: readonly object[]) {
    await this.#send('input.performActions', { context: this.#context, actions })
  }

  /** What an expression is on the page; it may be a promise, and must be something JSON can say. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = (await this.#send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context: this.#context },
      awaitPromise: true,
    })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } }
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text)
    return JSON.parse(answer.result?.value ?? 'null')
  }

  async close() {
    const ended = new Promise((resolve) => this.#program.once('exit', resolve))
    await this.#send('browser.close', {}).catch(() => this.#program.kill())
    await ended
  }

  #send(method: string, params: object): Promise<unknown> {
    const id = this.#waiting.size + 1
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }

  #hear({ id, result, error, message, method, params }: Answer) {
    if (id !== undefined)
      return error ? this.#waiting.get(id)?.reject(new Error(`${error}: ${message}`)) : this.#waiting.get(id)?.resolve(result)
    const { level, text, errorText, request, context, source } = params as Event
    // The program has wishes of its own.
    if ((context ?? source?.context) !== this.#context) return
    if (method === 'log.entryAdded' && (level === 'error' || level === 'warn')) this.offences.push(text ?? '')
    // The next page breaks off what this one is still getting.
    if (method === 'network.fetchError' && errorText !== 'NS_BINDING_ABORTED') this.offences.push(`${request?.url}: ${errorText}`)
  }
}
