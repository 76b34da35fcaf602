import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineControl } from '../../src/core/controls/control.ts';
import { describeParameters, parameterSchema } from '../../src/core/controls/parameters.ts';
import { volume } from '../../src/core/subjects/volume.ts';

const control = defineControl({
  id: 'test-parameters',
  subject: volume,
  severity: 'low',
  title: { en: 'Title', zh: '标题' },
  rationale: { en: 'Because', zh: '因为' },
  remediation: { en: 'Change it', zh: '更换' },
  references: ['https://docs.docker.com/engine/storage/volumes/'],
  params: z.object({
    most: z.number().int().positive().nullable().default(null).meta({ en: 'Most.', zh: '上限。' }),
    names: z.array(z.string()).default(['a']),
  }),
  check: () => true,
});

describe('the parameters of a control', () => {
  it('have their words, their default and their type', () => {
    expect(describeParameters(control)).toMatchObject([
      {
        name: 'most',
        words: { en: 'Most.', zh: '上限。' },
        default: null,
        schema: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
      },
      {
        name: 'names',
        words: null,
        default: ['a'],
        schema: { type: 'array', items: { type: 'string' } },
      },
    ]);
  });

  it('are one JSON Schema, in the language that was asked for', () => {
    expect(parameterSchema(control, 'zh')).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: {
        most: { description: '上限。', default: null },
        names: { type: 'array', items: { type: 'string' }, default: ['a'] },
      },
    });
  });
});
