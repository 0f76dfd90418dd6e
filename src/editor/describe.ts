import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

export type JsonSchema = {
  description?: string
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

/**
 * Gives a JSON Schema the comments that stand over the fields of the Zod schema it was made from, so that an editor
 * shows on a field what the model says of it. The two have the same shape: where the JSON Schema has properties, the
 * Zod schema has an object literal in its calls, or a name of one.
 */
export function describe(schema: JsonSchema, module: string, name: string): JsonSchema {
  const { expression, comment } = declarationOf(module, name)
  if (comment) schema.description = comment
  visit(expression, schema, module)
  return schema
}

function visit(expression: ts.Expression, schema: JsonSchema, module: string) {
  if (schema.properties)
    for (const literal of literalsIn(expression, module)) describeFields(literal.node, schema.properties, literal.module)
  for (const inner of [schema.items, ...(schema.prefixItems ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    if (inner) visit(expression, inner, module)
  }
}

function describeFields(literal: ts.ObjectLiteralExpression, fields: Record<string, JsonSchema>, module: string) {
  for (const property of literal.properties) {
    if (ts.isSpreadAssignment(property)) {
      for (const spread of literalsIn(property.expression, module)) describeFields(spread.node, fields, spread.module)
    }
    const field =
      property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) ? fields[property.name.text] : undefined
    if (!field) continue
    const comment = commentOf(property)
    if (comment) field.description ??= comment
    const value = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined
    if (value) visit(value, field, module)
  }
}

/** The object literals that make up a schema: those in its calls, and those of the names in them. */
function literalsIn(expression: ts.Expression, module: string): { node: ts.ObjectLiteralExpression; module: string }[] {
  if (ts.isObjectLiteralExpression(expression)) return [{ node: expression, module }]
  if (ts.isCallExpression(expression)) return [expression.expression, ...expression.arguments].flatMap((part) => literalsIn(part, module))
  if (ts.isPropertyAccessExpression(expression)) return literalsIn(expression.expression, module)
  if (ts.isArrayLiteralExpression(expression)) return expression.elements.flatMap((part) => literalsIn(part, module))
  if (!ts.isIdentifier(expression)) return []
  const found = findDeclaration(module, expression.text)
  return found ? literalsIn(found.expression, found.module) : []
}

type Declaration = { readonly expression: ts.Expression; readonly module: string; readonly comment: string | undefined }

function declarationOf(module: string, name: string): Declaration {
  const found = findDeclaration(module, name)
  if (!found) throw new Error(`src/model/${module}.ts declares no ${name}.`)
  return found
}

/** A constant of a module of the model, or of one that it imports. */
function findDeclaration(module: string, name: string): Declaration | undefined {
  for (const statement of sourceOf(module).statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name: declared, initializer } of statement.declarationList.declarations) {
        if (ts.isIdentifier(declared) && declared.text === name && initializer)
          return { expression: initializer, module, comment: commentOf(statement) }
      }
    }
    if (
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      /^\.\.?\//u.test(statement.moduleSpecifier.text)
    ) {
      const names = statement.importClause?.namedBindings
      if (names && ts.isNamedImports(names) && names.elements.some((element) => element.name.text === name)) {
        return findDeclaration(posix.join(posix.dirname(module), statement.moduleSpecifier.text).slice(0, -'.ts'.length), name)
      }
    }
  }
  return undefined
}

const sources = new Map<string, ts.SourceFile>()

function sourceOf(module: string): ts.SourceFile {
  const file = new URL(`../model/${module}.ts`, import.meta.url)
  const source = sources.get(module) ?? ts.createSourceFile(module, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true)
  sources.set(module, source)
  return source
}

/** The comment over a field in one line, without the marks of code. */
function commentOf(node: ts.Node): string | undefined {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment
  return ts.getTextOfJSDocComment(comment)?.replaceAll('`', '').replace(/\s+/gu, ' ').trim()
}
