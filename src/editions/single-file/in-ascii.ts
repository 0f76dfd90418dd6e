import { transform } from 'esbuild'

/**
 * A classic script in ASCII only, as it can stand in a page: HTML has characters that it allows in no place, and
 * scripts that search texts name them. Nothing in it ends the script or begins a comment in HTML
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 */
export async function inAscii(script: string): Promise<string> {
  const { code } = await transform(script, {
    charset: 'ascii',
    legalComments: 'none',
    minifyWhitespace: true,
    target: 'es2022',
    logLevel: 'error',
  })
  return (
    code
      // The bundler leaves patterns as they are; there, halves of a pair side by side are the one character.
      .replace(/[^\0-\x7F]/gu, (sign) =>
        sign
          .split('')
          .map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join(''),
      )
      // Such sequences are left in strings and patterns only, where the escape is the same sign.
      .replace(/<(?=!--|\/script)/giu, '\\x3c')
  )
}
