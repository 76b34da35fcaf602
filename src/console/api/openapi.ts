import { z } from 'zod';
import { tool } from '../../core/tool.ts';
import { answerSchemas, type AnswerName } from './schemas.ts';

/** What each answer is asked for: its path, and what may narrow it. */
export const paths = {
  summary: {
    path: '/api/v1/summary',
    what: 'How hosts are, and how many stand where in each control and requirement.',
    asks: ['label', 'kind', 'framework'],
  },
  days: {
    path: '/api/v1/days',
    what: 'How controls stood at the end of each day, of the fleet, a label or a host.',
    asks: ['host', 'label', 'from'],
  },
  hosts: {
    path: '/api/v1/hosts',
    what: 'Hosts in the order of their names.',
    asks: ['label', 'condition', 'contains', 'after', 'limit'],
  },
  host: { path: '/api/v1/hosts/{host}', what: 'One host, and where it stands.', asks: [] },
  item: {
    path: '/api/v1/items/{item}',
    what: 'A control, or FRAMEWORK ID of a requirement, over the hosts.',
    asks: ['label', 'status', 'after', 'limit'],
  },
  changes: {
    path: '/api/v1/changes',
    what: 'What changed and why, the newest first.',
    asks: ['host', 'item', 'label', 'kind', 'from', 'cursor', 'limit'],
  },
  missing: {
    path: '/api/v1/missing',
    what: 'Readings that were put aside, and what is known to be missing.',
    asks: ['host', 'limit'],
  },
} as const satisfies Record<
  AnswerName,
  { readonly path: string; readonly what: string; readonly asks: readonly string[] }
>;

/** The names of all answers. */
export const answerNames: readonly AnswerName[] = [
  'summary',
  'days',
  'hosts',
  'host',
  'item',
  'changes',
  'missing',
];

/** The description of all answers, as OpenAPI 3.1. */
export function describeApi(base: string): unknown {
  return {
    openapi: '3.1.0',
    info: { title: 'Plimsoll console', version: tool.version },
    servers: [{ url: base === '' ? '/' : base }],
    security: [{ token: [] }],
    paths: Object.fromEntries(
      answerNames.map((name) => [paths[name].path, { get: describeAnswer(name) }]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(
        answerNames.map((name) => {
          const { $schema: _, ...schema } = z.toJSONSchema(answerSchemas[name]);
          return [name, schema];
        }),
      ),
    },
  };
}

function describeAnswer(name: AnswerName): unknown {
  const { path, what, asks } = paths[name];
  const inPath = /\{(\w+)\}/.exec(path)?.[1];
  const schema = { type: 'string' };
  return {
    operationId: name,
    summary: what,
    parameters: [
      ...(inPath === undefined ? [] : [{ name: inPath, in: 'path', required: true, schema }]),
      ...asks.map((each) => ({ name: each, in: 'query', schema })),
    ],
    responses: {
      200: {
        description: what,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
      },
      400: { description: 'The address asks for something in a form that is not valid.' },
      401: { description: 'Nobody is signed in.' },
      404: { description: 'There is nothing of this name.' },
    },
  };
}
