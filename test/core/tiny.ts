import { z } from 'zod';
import { defineControl } from '../../src/core/controls/control.ts';
import type { Check } from '../../src/core/controls/check.ts';
import { defineSubject, type FactsOf } from '../../src/core/facts/subject.ts';

/** A small kind that has every shape of fact: scalars, a list, a record, an optional. */
export const thing = defineSubject({
  kind: 'thing',
  label: { en: 'Thing', zh: '事物' },
  schema: z.object({
    on: z.boolean(),
    count: z.number(),
    tags: z.array(z.string()),
    parts: z.array(z.object({ name: z.string(), safe: z.boolean() })),
    labels: z.record(z.string(), z.string()),
    nested: z.object({ deep: z.object({ value: z.number() }) }),
    extra: z.string().optional(),
    missing: z.string().optional(),
  }),
});

export type Thing = FactsOf<typeof thing>;

export const thingFacts = {
  on: true,
  count: 3,
  tags: ['a', 'b'],
  parts: [
    { name: 'one', safe: true },
    { name: 'two', safe: true },
  ],
  labels: { team: 'blue' },
  nested: { deep: { value: 7 } },
  extra: 'there',
};

const words = {
  title: { en: 'A thing', zh: '某物' },
  rationale: { en: 'Because', zh: '因为' },
  remediation: { en: 'Do', zh: '去做' },
  references: ['https://example.org/'],
} as const;

/** A control over {@link thing} with this check. */
export const thingControl = <const Id extends string = 'thing-test'>(
  check: Check<Thing, Record<never, never>>,
  // The default is what the type parameter defaults to.
  id: Id = 'thing-test' as Id,
) => defineControl({ id, subject: thing, severity: 'high', ...words, check });
