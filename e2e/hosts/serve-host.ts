import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { project } from '../support/sites.ts'

/** A web server with the configuration for it in `e2e/hosts/`, for one folder. */
export type Host = {
  readonly name: string
  readonly program: string
  readonly start: (root: string, port: number, scratch: string) => readonly string[]
}

const example = (name: string) => readFileSync(join(project, 'e2e/hosts', name), 'utf8')

/** The text with each of these replaced; one that is not there is a mistake of the test. */
function adapted(text: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`The configuration has no “${from}”.`)
    return changed.replaceAll(from, to)
  }, text)
}

const nginx: Host = {
  name: 'nginx',
  program: '/usr/sbin/nginx',
  start: (root, port, scratch) => {
    const site = adapted(example('nginx.conf'), [
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['root /var/www/pamphlet;', `root ${root};`],
    ])
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${scratch}/${name};`).join('\n')
    const user = process.getuid?.() === 0 ? 'user root;' : ''
    writeFileSync(
      join(scratch, 'nginx.conf'),
      `${user} daemon off; pid ${scratch}/nginx.pid; error_log ${scratch}/error.log;\nevents {}\nhttp { access_log off;\n${temporary}\n${site}\n}\n`,
    )
    return ['-e', `${scratch}/error.log`, '-c', `${scratch}/nginx.conf`]
  },
}

const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate']

const apache: Host = {
  name: 'Apache',
  program: '/usr/sbin/apache2',
  start: (root, port, scratch) => {
    const site = adapted(example('apache.conf'), [
      ['<VirtualHost *:80>', `<VirtualHost 127.0.0.1:${port}>`],
      ['/var/www/pamphlet', root],
    ])
    const loaded = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')
    const user = process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''
    writeFileSync(
      join(scratch, 'apache.conf'),
      `ServerRoot ${scratch}\nPidFile ${scratch}/apache.pid\nErrorLog ${scratch}/error.log\nListen 127.0.0.1:${port}\nServerName localhost\n${loaded}\n${user}\nTypesConfig /etc/mime.types\n${site}`,
    )
    return ['-D', 'FOREGROUND', '-f', `${scratch}/apache.conf`]
  },
}

const caddy: Host = {
  name: 'Caddy',
  program: '/usr/bin/caddy',
  start: (root, port, scratch) => {
    const site = adapted(example('Caddyfile'), [
      ['example.org {', `http://localhost:${port} {`],
      ['/var/www/pamphlet', root],
    ])
    writeFileSync(join(scratch, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${scratch}\n}\n${site}`)
    return ['run', '--adapter', 'caddyfile', '--config', `${scratch}/Caddyfile`]
  },
}

export const hosts = [nginx, apache, caddy]

const packageManager = '/usr/bin/apt-get'
const packages: Record<string, string> = { nginx: 'nginx-light', Apache: 'apache2', Caddy: 'caddy' }

/** Installs the program of a host where it is missing and Debian’s package manager may be asked. @throws where it cannot be had */
export function install({ name, program }: Host): void {
  if (existsSync(program)) return
  try {
    execFileSync(packageManager, ['install', '--yes', '--no-install-recommends', packages[name] ?? name], {
      stdio: 'pipe',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch (error) {
    throw new Error(`${name} is not here and could not be installed: ${error}`)
  }
}

/** A site published at the root of a host and once more in a folder of it. */
export function publish(site: string, scratch: string): string {
  const root = join(scratch, 'www')
  cpSync(site, root, { recursive: true })
  cpSync(site, join(root, 'sub/path'), { recursive: true })
  return root
}

/** Starts a host, which can be stopped and started again at the same address. */
export async function serve(host: Host, root: string, scratch: string) {
  mkdirSync(scratch, { recursive: true })
  chmodSync(scratch, 0o777)
  const port = await freePort()
  const options = host.start(root, port, scratch)
  let running: ChildProcess | undefined
  let said = ''
  const address = `http://localhost:${port}`
  const isUp = () =>
    fetch(address).then(
      () => true,
      () => false,
    )
  const start = async () => {
    const child = spawn(host.program, options, {
      stdio: 'pipe',
      env: { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
    })
    running = child
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
    while (!(await isUp())) {
      if (child.exitCode !== null) throw new Error(`${host.name} did not start:\n${said}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const stop = async () => {
    const child = running
    running = undefined
    if (!child || child.exitCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  await start()
  return { address, start, stop }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
