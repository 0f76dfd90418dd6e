import type { PrecacheManifest } from '../../model/offline.ts'

/** The page for a reader without a connection who asks for an address of the site that is not kept on the device. */
export async function offlineFallback(
  { title, language, direction, fallback, styles }: PrecacheManifest,
  scope: string,
): Promise<Response> {
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(fallback.title)}</title>
${styles.map((address) => `<link rel="stylesheet" href="${new URL(address, scope).pathname}">`).join('\n')}
<main>
<header class="page-header"><h1>${escapeHtml(fallback.title)}</h1></header>
<div class="page">
<p>${escapeHtml(fallback.explained)}</p>
<p><a href="${new URL(scope).pathname}">${escapeHtml(title)}</a></p>
</div>
</main>
</html>
`
  const policy =
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
  return new Response(html, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } })
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/gu, (character) => `&#${character.codePointAt(0)};`)
