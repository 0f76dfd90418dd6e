/** The bytes of a file of the index: a host has them compressed with gzip, embedded records come as they are. */
export async function unpack(file: Response): Promise<Response> {
  const bytes = await file.blob()
  const isCompressed = new Uint8Array(await bytes.slice(0, 1).arrayBuffer())[0] === 0x1f
  return new Response(isCompressed ? bytes.stream().pipeThrough(new DecompressionStream('gzip')) : bytes)
}
