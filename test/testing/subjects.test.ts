import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { defineSubject } from '../../src/core/facts/subject.ts';
import { builtinKinds } from '../../src/core/subjects/kinds.ts';
import { createJudge } from '../../src/testing/judging/judge-case.ts';
import { machine } from '../../src/testing/machine.ts';
import { anEngine, aNetwork, aWorkload } from '../../src/testing/subjects.ts';
import { subjectBuilder } from '../../src/testing/judging/test-subject.ts';
import { testInstant } from '../../src/testing/judging/trial.ts';
import { compliantDockerfile, compliantText, parse } from '../fixtures/dockerfile.ts';
import { refusalOf } from '../support/refusal.ts';

describe('the compliant machine', () => {
  it('has one subject of each built-in kind', () => {
    const kinds = machine().map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(builtinKinds.map(({ kind }) => kind).toSorted());
  });

  it.each(builtin.controls)('complies with $id, or gives it nothing to judge', (control) => {
    const around = machine();
    const [subject] = around.filter(({ kind }) => kind === control.subject.kind);
    const judge = createJudge(control, {}, testInstant);
    const outcome = subject && judge({ subject, around });
    const allowed = control.question ? ['manual'] : ['pass', 'not-applicable'];
    const said = { status: outcome?.status, message: outcome?.message().en };
    expect(allowed.includes(said.status ?? '') ? undefined : said).toBeUndefined();
  });

  it('has what is named in the place of its kind alone', () => {
    const [one, two] = [aNetwork({}, { id: 'one' }), aNetwork({}, { id: 'two' })];
    expect(machine(one, two).filter(({ kind }) => kind === 'network')).toEqual([one, two]);
    expect(machine(one, two).length).toBe(machine().length + 1);
  });

  it('has of a Dockerfile what the parser would make of its text', () => {
    expect(parse(compliantText).facts).toEqual(compliantDockerfile);
  });
});

describe('a builder', () => {
  it('changes objects key by key, and lists whole', () => {
    const { facts } = aWorkload({ resources: { pidsLimit: 0 }, mounts: [] });
    expect(facts).toMatchObject({ privileged: false, mounts: [] });
    expect(facts['resources']).toMatchObject({ pidsLimit: 0, cpus: 0.5 });
  });

  it('takes away what may be absent', () => {
    expect(aWorkload({ kernel: undefined }).facts).not.toHaveProperty('kernel');
  });

  it('denies what is named', () => {
    const { gaps, differs } = aWorkload({}, { denied: ['/kernel'] });
    expect(gaps).toMatchObject([{ path: '/kernel', reason: 'denied' }]);
    expect(differs).toBe('/kernel denied');
  });

  it('says what is different about a subject', () => {
    expect(aWorkload().differs).toBe('the compliant subject');
    expect(anEngine({ liveRestore: { effective: false }, rootless: false }).differs).toBe(
      'liveRestore.effective: false, rootless: false',
    );
  });

  it('refuses facts that the kind does not allow', () => {
    const resources = { pidsLimit: -7 };
    expect(() => aWorkload({ resources })).toThrow(/\/resources\/pidsLimit/);
  });

  it('serves kinds of one’s own', async () => {
    const kind = defineSubject({
      kind: 'registry',
      label: { en: 'Registry', zh: '镜像仓库' },
      schema: z.object({ anonymousPull: z.boolean(), tls: z.object({ version: z.string() }) }),
    });
    const registry = subjectBuilder(kind, { anonymousPull: false, tls: { version: '1.3' } });
    expect(registry({ tls: { version: '1.2' } }).facts).toEqual({
      anonymousPull: false,
      tls: { version: '1.2' },
    });
    // As somebody without types would call it.
    const wrong = { anonymousPull: 'no' } as never;
    expect((await refusalOf(() => subjectBuilder(kind, wrong))).code).toBe('subject-invalid');
  });
});
