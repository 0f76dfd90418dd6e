import { forXml } from '../../model/xml-characters.ts'

/** Text between tags. */
export const writeText = (text: string): string => forXml(text).replace(/[&<>\r]/gu, (sign) => `&#${sign.codePointAt(0)};`)

/** An attribute with a space before it. */
export const writeAttribute = (name: string, value: string): string =>
  ` ${name}="${forXml(value).replace(/[&<>"\t\n\r]/gu, (sign) => `&#${sign.codePointAt(0)};`)}"`
