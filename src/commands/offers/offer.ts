import { InvalidArgumentError, Option } from 'commander'

/** What every command is told of where the manuscript and the site are. */
export type Placed = { readonly content?: string; readonly out?: string }

/** The option `--content`. */
export const inFolder = () =>
  new Option('--content <folder>', 'the manuscript: the folder that holds series.yaml (this one, or content/, unless given)')

/** The option `--port`. */
export const atPort = () => new Option('--port <number>', 'the port of the server').argParser(portOf)

/** What stands under the help of a command. */
export const examples = (...lines: readonly string[]) => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}\n`

/** Says at the terminal what was done; after a problem the program ends with 1. */
export function tell({ said, problem }: { readonly said?: string; readonly problem?: string }) {
  if (said) process.stdout.write(`${said}\n`)
  if (!problem) return
  console.error(problem)
  process.exitCode = 1
}

function portOf(typed: string): number {
  const port = Number(typed)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new InvalidArgumentError('A port is a number from 1 to 65535.')
}
