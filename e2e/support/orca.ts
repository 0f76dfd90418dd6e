import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright/test'
import { browserArguments, findBrowser } from './browser.ts'

const programs = ['orca', 'speech-dispatcher', 'dbus-daemon', 'Xvfb']

/** It does not begin to read a page by itself, and says nothing of the page as a whole. */
const manners = { profile: ['Default', 'default'], sayAllOnLoad: false, pageSummaryOnLoad: false }
const settings = {
  general: { ...manners, startingProfile: manners.profile },
  profiles: { default: { ...manners, pronunciations: {}, keybindings: {} } },
  pronunciations: {},
  keybindings: {},
}

/** A voice that says nothing aloud. */
const voice = 'LogLevel 0\nDefaultModule dummy\nAddModule "dummy" "sd_dummy" ""\n'

/** GNOME’s screen reader with a browser, on a screen that nobody sees and with a voice that nobody hears; what it says it writes down. */
export class Orca {
  readonly page: Page
  readonly #browser: BrowserContext
  readonly #programs: readonly ChildProcess[]
  readonly #log: string
  #before = 0

  private constructor(browser: BrowserContext, programs: readonly ChildProcess[], log: string) {
    this.#browser = browser
    this.page = browser.pages()[0] as Page
    this.#programs = programs
    this.#log = log
  }

  /** What is not installed of what it needs. */
  static missing = (): string[] => programs.filter((name) => spawnSync('which', [name]).status !== 0)

  /**
   * @param address of the page that the browser begins with: else its own bar keeps the focus
   * @param folder for what the programs store
   * @param screen the number of the screen
   */
  static async open(address: string, folder: string, screen: number): Promise<Orca> {
    const log = join(folder, 'said')
    const env: Record<string, string> = {
      ...(process.env as Record<string, string>),
      ACCESSIBILITY_ENABLED: '1',
      DISPLAY: `:${screen}`,
    }
    for (const name of ['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME']) env[name] = folder
    for (const name of ['orca', 'speech-dispatcher']) mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, 'orca/user-settings.conf'), JSON.stringify(settings))
    writeFileSync(join(folder, 'speech-dispatcher/speechd.conf'), voice)
    const display = spawn('Xvfb', [env.DISPLAY as string, '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: 'ignore' })
    const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    env.DBUS_SESSION_BUS_ADDRESS = await new Promise((resolve) => bus.stdout.once('data', (address) => resolve(String(address).trim())))
    const speech = spawn('speech-dispatcher', ['-s', '-t', '0', '-C', join(folder, 'speech-dispatcher')], { env, stdio: 'ignore' })
    const orca = spawn('orca', [`--debug-file=${log}`], { env, stdio: 'ignore' })
    const executablePath = findBrowser()
    const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
      headless: false,
      viewport: null,
      env,
      args: [...browserArguments, '--force-renderer-accessibility', `--app=${address}`],
      ...(executablePath && { executablePath }),
    })
    return new Orca(browser, [orca, speech, bus, display], log)
  }

  /** What has been said since the reader last did something. */
  get said(): string {
    return this.#all.slice(this.#before).join(' ')
  }

  /** Begins to listen anew, and does something. */
  async after(does: () => Promise<unknown>) {
    this.#before = this.#all.length
    await does()
  }

  get #all(): string[] {
    if (!existsSync(this.#log)) return []
    return [...readFileSync(this.#log, 'utf8').matchAll(/SPEECH OUTPUT: '(.*?)'(?:\{|$)/gmu)].map(([, words = '']) => words)
  }

  async close() {
    await this.#browser.close()
    for (const program of this.#programs) program.kill('SIGKILL')
  }
}
