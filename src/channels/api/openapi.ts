import { z } from 'zod';
import type { Speaker } from '../../voice/speaker.ts';
import type { Endpoint } from './endpoint.ts';
import { problemSchema } from './problem.ts';

/** A JSON Schema as far as the documentation reads it. */
export type Schema = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
};

type Words = { readonly speaker: Speaker; readonly language: string };

/** The OpenAPI 3.1 description of the API, made from the schemas that the requests are read with. */
export function openApiDocument(endpoints: readonly Endpoint[], speaker: Speaker, language: string): object {
  const words = { speaker, language };
  const say = (key: string) => speaker.say(language, `api:document.${key}`);
  return {
    openapi: '3.1.0',
    info: {
      title: say('title'),
      version: '1.0.0',
      description: say('description'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [`/${endpoint.name}`, { post: operation(endpoint, say) }])),
    components: {
      schemas: {
        ...Object.fromEntries(
          endpoints.flatMap((endpoint) => [
            [`${endpoint.name}-request`, requestSchema(endpoint, words)],
            [`${endpoint.name}-answer`, answerSchema(endpoint, words)],
          ]),
        ),
        problem: schemaOf(problemSchema, 'output'),
      },
    },
  };
}

/** What goes in; a field that is filled in at the door is not needed there. */
export function requestSchema({ name, request, filledIn }: Endpoint, words: Words): Schema {
  const schema = described(schemaOf(request, 'input'), `api:field.${name}`, words);
  const required = (schema.required ?? []).filter((field) => !filledIn.includes(field));
  return { ...schema, required };
}

export function answerSchema({ name, response }: Endpoint, words: Words): Schema {
  return described(schemaOf(response, 'output'), `api:answer.${name}`, words);
}

function operation({ name, example }: Endpoint, say: (key: string) => string): object {
  const reference = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });
  const refusal = (key: string) => ({
    description: say(key),
    content: { 'application/problem+json': { schema: reference('problem') } },
  });
  const calendar = { 'text/calendar': { schema: { type: 'string', description: say('calendar') } } };
  return {
    operationId: name,
    summary: say(name),
    security: [],
    parameters: [
      { name: 'Accept-Language', in: 'header', schema: { type: 'string' } },
      ...(name === 'deadline' ? [{ name: 'format', in: 'query', schema: { type: 'string', enum: ['ics'] } }] : []),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: reference(`${name}-request`), example } } },
    responses: {
      200: {
        description: say('ok'),
        content: { 'application/json': { schema: reference(`${name}-answer`) }, ...(name === 'deadline' && calendar) },
      },
      400: refusal('bad-request'),
      422: refusal('unanswerable'),
      default: refusal('other-problem'),
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const made = z.toJSONSchema(schema, { io, override: plainDay }) as Schema & { $schema?: string };
  delete made.$schema;
  return made;
}

/** `format: date` says it; the pattern that the library adds is for machines without formats. */
function plainDay({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format === 'date') delete jsonSchema.pattern;
}

/** What each field means, from the phrases: `<namespace>.<field>`, wherever in the schema the field stands. */
function described(schema: Schema, namespace: string, words: Words): Schema {
  const { speaker, language } = words;
  const inside = (part: Schema) => described(part, namespace, words);
  const meaning = (field: string) => {
    const key = `${namespace}.${field}`;
    return speaker.has(language, key) ? { description: speaker.say(language, key) } : {};
  };
  const properties = Object.entries(schema.properties ?? {}).map(([field, part]): [string, Schema] => [
    field,
    { ...inside(part), ...meaning(field) },
  ]);
  return {
    ...schema,
    ...(schema.properties !== undefined && { properties: Object.fromEntries(properties) }),
    ...(schema.items !== undefined && { items: inside(schema.items) }),
    ...(schema.anyOf !== undefined && { anyOf: schema.anyOf.map(inside) }),
  };
}
