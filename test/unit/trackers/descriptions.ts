import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { convertObj } from 'swagger2openapi';

/** The vendors' own descriptions, which are not part of this repository. */
const folder = process.env['ONEOFF_TRACKER_SPECS'] ?? path.resolve('../shared/tracker-specs');

export const hasDescriptions = existsSync(folder);

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const formats = {
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  date: /^\d{4}-\d\d-\d\d$/,
  ...Object.fromEntries(['uri', 'int32', 'int64', 'double', 'float', 'uuid', 'repo.nwo', 'timestamp'].map((name) => [name, true as const])),
};

/** OpenAPI's `nullable` as JSON Schema writes it. */
function nullable(value: Json): Json {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [
    key,
    ['example', 'examples', 'default'].includes(key) ? inner : nullable(inner),
  ]);
  const { nullable: isNullable, ...rest } = Object.fromEntries(entries);
  if (isNullable !== true) return rest;
  if (typeof rest['type'] !== 'string') return { anyOf: [rest, { type: 'null' }] };
  const values = rest['enum'];
  return { ...rest, type: [rest['type'], 'null'], ...(Array.isArray(values) && { enum: [...values, null] }) };
}

interface SecurityScheme {
  readonly type: string;
  readonly in: string;
  readonly name: string;
}

/** What a vendor's description says of requests and of answers to them. */
export async function openApi(file: string, correct: (definition: Json) => Json = (definition) => definition): Promise<OpenAPIBackend> {
  const text = readFileSync(path.join(folder, file), 'utf8').replace(/^\uFEFF/, '');
  let definition = JSON.parse(text) as Record<string, Json>;
  if (definition['swagger'] === '2.0') {
    delete definition['x-ms-paths'];
    const converted = await convertObj(definition, { patch: true, warnOnly: true });
    definition = converted.openapi as Record<string, Json>;
  }
  definition = correct(definition) as Record<string, Json>;
  const api = new OpenAPIBackend({
    definition: nullable(definition) as unknown as Document,
    // Texts in addresses stand for numbers; in bodies, a text for a number is a mistake.
    ...{ quick: true, validate: true, coerceTypes: true },
    ajvOpts: { strict: false, allErrors: true, formats, logger: false },
  });
  api.register({
    notFound: (context) => `no such path: ${context.request.path}`,
    validationFail: (context) =>
      `refused: ${(context.validation.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`).join('; ')}`,
    notImplemented: () => 'accepted',
    unauthorizedHandler: () => 'without authorization',
  });
  const components = definition['components'] as { readonly securitySchemes?: Readonly<Record<string, SecurityScheme>> } | undefined;
  for (const [name, scheme] of Object.entries(components?.securitySchemes ?? {})) {
    const header = scheme.type === 'apiKey' && scheme.in === 'header' ? scheme.name.toLowerCase() : 'authorization';
    api.registerSecurityHandler(name, ({ request }) => {
      const headers = request.headers as Readonly<Record<string, unknown>>;
      return headers[header] !== undefined;
    });
  }
  await api.init();
  return api;
}

export function graphQl(file: string): GraphQLSchema {
  return buildSchema(readFileSync(path.join(folder, file), 'utf8'), { assumeValidSDL: true });
}
