#!/usr/bin/env node
// Plain JavaScript that every Node understands: it says which Node is needed, and starts the program, compiled in the
// package and as it is written in a clone.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
const source = new URL('../src/commands/main.ts', import.meta.url)
const compiled = new URL('../program/commands/main.js', import.meta.url)
const ownNode = fileURLToPath(new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url))

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`Pamphlet needs Node 22.12 or newer, and this is Node ${process.versions.node}. Newer ones are at https://nodejs.org.`)
  process.exitCode = 1
} else if (existsSync(source) && !process.features.typescript && existsSync(ownNode)) again(ownNode, [])
// Before 22.13 Node has its SQLite, by which builds wait for one another, only when it is asked for.
else if (major === 22 && minor < 13 && !process.execArgv.includes('--experimental-sqlite'))
  again(process.execPath, ['--experimental-sqlite', '--disable-warning=ExperimentalWarning'])
else {
  // What Node has compiled of the program is kept for the next time, which begins a quarter sooner.
  nodeModule.enableCompileCache?.()
  await import(String(existsSync(source) ? source : compiled))
}

/** Starts this file anew by another Node, or one told otherwise, and ends as that does. */
function again(node, flags) {
  const { status } = spawnSync(node, [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
