import { describe, expect, it } from 'vitest';
import {
  attestationState,
  attestationSchema,
  type CheckedAttestation,
} from '../../src/core/statements/attestation.ts';
import { defineFramework } from '../../src/core/frameworks/framework.ts';
import { judgeFramework } from '../../src/core/assessment/judge-framework.ts';
import type { FrameworkSelection } from '../../src/core/frameworks/selection.ts';
import {
  describeAttestations,
  describeNotApplicable,
} from '../../src/core/assessment/describe-statements.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';
import { text } from '../../src/core/text.ts';

const at = '2026-06-01T12:00:00Z';
const attestation: CheckedAttestation = {
  framework: 'acme-1',
  requirement: '1',
  statement: 'Done.',
  person: 'A. Person',
  role: 'Owner',
  date: '2026-01-01',
  until: '2026-12-31',
};
const file = { path: 'policy.pdf', sha256: 'a'.repeat(64), state: 'unchanged' } as const;

const selection: FrameworkSelection = {
  framework: defineFramework({
    id: 'acme-1',
    title: text('Acme', 'Acme'),
    edition: {
      version: '1',
      publisher: 'Acme',
      published: '2026-01',
      status: 'in-force',
      source: 'test',
    },
    requirements: [
      {
        id: '1',
        parent: null,
        title: text('One', '一'),
        nature: 'organisational',
        levels: [],
        confidence: 'verified',
      },
    ],
  }),
  mappings: [
    {
      framework: 'acme-1',
      links: [
        {
          control: 'a',
          requirement: '1',
          shows: 'part',
          breaks: 'breaks',
          reason: text('why', '因为'),
        },
      ],
    },
  ],
};

describe('an attestation', () => {
  const cases: readonly [string, Partial<CheckedAttestation>][] = [
    ['current', {}],
    ['current', { files: [file] }],
    ['early', { date: '2026-06-02' }],
    ['expired', { until: '2026-05-31' }],
    ['missing-file', { files: [file, { ...file, state: 'missing' }] }],
    ['file-changed', { files: [{ ...file, state: 'changed' }] }],
    ['file-unchecked', { files: [{ ...file, state: 'unchecked' }] }],
    ['file-unchecked', { files: [{ path: 'policy.pdf', sha256: 'a'.repeat(64) }] }],
    ['unknown-requirement', { requirement: '2' }],
    ['not-selected', { framework: 'acme-2' }],
  ];
  it.each(cases)('is %s with %j', (state, rest) => {
    const given = { ...attestation, ...rest };
    expect(describeAttestations([given], [selection], at)).toEqual([{ attestation: given, state }]);
  });
  it.each(cases)('%s counts only when it is current: %j', (state, rest) => {
    const [requirement] = judgeFramework(selection, {
      tallyOf: () => ({ ...emptyTally(), pass: 1 }),
      paramsOf: () => ({}),
      attestations: [{ ...attestation, ...rest }],
      at,
    }).requirements;
    expect(requirement?.status).toBe(state === 'current' ? 'satisfied' : 'supported');
    expect(requirement?.attestation !== undefined).toBe(state === 'current');
  });
  it('tells of its days first, then of what is gone, changed and unchecked', () => {
    const files = (['unchecked', 'changed', 'missing'] as const).map((state) => ({
      ...file,
      state,
    }));
    expect(attestationState({ ...attestation, files }, at)).toBe('missing-file');
    expect(attestationState({ ...attestation, files: files.slice(0, 2) }, at)).toBe('file-changed');
    expect(attestationState({ ...attestation, files, until: '2026-02-01' }, at)).toBe('expired');
  });
  it('cannot end before it begins, be reviewed before it was made, or name a hash that is none', () => {
    const parses = (rest: object) =>
      attestationSchema.safeParse({ ...attestation, ...rest }).success;
    expect(parses({})).toBe(true);
    expect(parses({ until: '2025-12-31' })).toBe(false);
    expect(parses({ review: { by: 'B', date: '2025-12-31' } })).toBe(false);
    expect(parses({ review: { by: 'B', date: '2026-01-01' } })).toBe(true);
    expect(parses({ files: [{ path: 'x', sha256: 'abc' }] })).toBe(false);
    expect(parses({ files: [file] })).toBe(false);
  });
});

describe('a statement of not-applicable', () => {
  const stated = { framework: 'acme-1', requirement: '1', reason: 'Not used.', owner: 'A. Person' };
  const stateOf = (rest: Partial<typeof stated> & { until?: string }, fail = 0) => {
    const given = { ...stated, ...rest };
    const results = [
      judgeFramework(selection, {
        tallyOf: () => ({ ...emptyTally(), fail }),
        paramsOf: () => ({}),
        attestations: [],
        notApplicable: [given],
        at,
      }),
    ];
    const [described] = describeNotApplicable([given], [selection], results, at);
    return [described?.state, described?.conflicts];
  };
  it('is current, expired, of an unknown requirement, or of a framework that was not asked for', () => {
    expect(stateOf({})).toEqual(['current', []]);
    expect(stateOf({ until: '2026-05-31' })).toEqual(['expired', []]);
    expect(stateOf({ requirement: '2' })).toEqual(['unknown-requirement', []]);
    expect(stateOf({ framework: 'acme-2' })).toEqual(['not-selected', []]);
  });
  it('names the requirements on which a control failed all the same', () => {
    expect(stateOf({}, 1)).toEqual(['current', ['1']]);
  });
});
