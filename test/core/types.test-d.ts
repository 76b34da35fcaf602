/* oxlint-disable typescript/no-unsafe-return -- the programs are wrong on purpose */
import { z } from 'zod';
import { describe, expectTypeOf, it } from 'vitest';
import { hasHealthCheck, hasLabel, isFrom, isNonRoot, isPrivileged } from '../../src/blocks.ts';
import { all, any, each, not } from '../../src/core/controls/combinators.ts';
import { defineCatalog, extendCatalog, type ControlIdOf } from '../../src/core/controls/catalog.ts';
import { definePlimsollConfig } from '../../src/core/config/config.ts';
import { defineControl } from '../../src/core/controls/control.ts';
import { defineFramework } from '../../src/core/frameworks/framework.ts';
import { defineMapping } from '../../src/core/frameworks/mapping.ts';
import { dockerfile } from '../../src/core/subjects/dockerfile.ts';
import { engine } from '../../src/core/subjects/engine.ts';
import { image } from '../../src/core/subjects/image.ts';
import { workload } from '../../src/core/subjects/workload/workload.ts';

const words = {
  severity: 'high',
  title: { en: 'a', zh: '甲' },
  rationale: { en: 'a', zh: '甲' },
  remediation: { en: 'a', zh: '甲' },
  references: ['https://example.org/'],
} as const;

const bounded = defineControl({
  id: 'acme-bounded',
  subject: workload,
  ...words,
  params: z.object({ max: z.number().default(5) }),
  check: (w, { params }) => {
    expectTypeOf(w.privileged).toEqualTypeOf<boolean>();
    expectTypeOf(w.resources.pidsLimit).toEqualTypeOf<number>();
    expectTypeOf(params.max).toEqualTypeOf<number>();
    return w.resources.pidsLimit <= params.max;
  },
});
const catalog = defineCatalog({ id: 'acme', version: '1', controls: [bounded] });
const requirement = {
  parent: null,
  title: words.title,
  nature: 'technical',
  levels: [],
  confidence: 'verified',
} as const;
const framework = defineFramework({
  id: 'acme-policy',
  title: words.title,
  edition: {
    version: '1',
    publisher: 'Acme',
    published: '2026-01',
    status: 'in-force',
    source: 'own',
  },
  requirements: [{ ...requirement, id: 'A1' }],
});
const reason = { en: 'because', zh: '因为' };

describe('the types', () => {
  it('carry facts through combinators', () => {
    defineControl({
      id: 'acme-composed',
      subject: workload,
      ...words,
      check: all(
        not((w) => w.privileged),
        each(
          (w) => w.mounts,
          (m) => {
            expectTypeOf(m.readOnly).toEqualTypeOf<boolean>();
            return m.readOnly || !m.source.startsWith('/etc');
          },
        ),
      ),
    });
  });

  it('leave facts open that a block does not need', () => {
    const more = { ...words, subject: workload } as const;
    defineControl({
      ...more,
      id: 'acme-block-first',
      check: all(
        isNonRoot,
        hasHealthCheck,
        hasLabel('com.acme.owner'),
        not((w) => w.privileged),
        each(
          (w) => w.mounts,
          (m) => m.readOnly,
        ),
      ),
    });
    defineControl({
      ...more,
      id: 'acme-block-last',
      params: z.object({ label: z.string().default('owner') }),
      check: any(
        (w, { params }) => params.label !== w.state,
        hasLabel(({ label }) => label),
        isPrivileged,
      ),
    });
    defineControl({ ...words, id: 'acme-image', subject: image, check: all(isNonRoot) });
    defineControl({
      ...words,
      id: 'acme-bases',
      subject: dockerfile,
      check: all(
        each((d) => d.images, isFrom(['registry.example.org'])),
        (d) => d.user !== null,
      ),
    });
    // @ts-expect-error an engine has no user
    defineControl({ ...words, id: 'acme-engine', subject: engine, check: all(isNonRoot) });
  });

  it('keep ids literal', () => {
    expectTypeOf<ControlIdOf<typeof catalog>>().toEqualTypeOf<'acme-bounded'>();
    const extended = extendCatalog(catalog, {
      add: [defineControl({ ...words, id: 'acme-more', subject: workload, check: () => true })],
    });
    expectTypeOf<ControlIdOf<typeof extended>>().toEqualTypeOf<'acme-bounded' | 'acme-more'>();
  });

  it('refuse wrong programs', () => {
    const more = { ...words, id: 'acme-wrong', subject: workload } as const;
    // @ts-expect-error an unknown fact
    defineControl({ ...more, check: (w) => w.privilegd });
    // @ts-expect-error a missing language
    defineControl({ ...more, title: { en: 'a' }, check: () => true });
    // @ts-expect-error writing to a fact
    defineControl({ ...more, check: (w) => (w.privileged = false) });
    // @ts-expect-error an asynchronous check
    defineControl({ ...more, check: async () => true });

    const signed = { reason: 'x', by: 'y' };
    // @ts-expect-error tailoring of an unknown control
    extendCatalog(catalog, { tailor: { 'acme-bunded': signed } });
    // @ts-expect-error a parameter of the wrong type
    extendCatalog(catalog, { tailor: { 'acme-bounded': { params: { max: '5' }, ...signed } } });
    // @ts-expect-error a tailoring without a reason
    extendCatalog(catalog, { tailor: { 'acme-bounded': { params: { max: 5 }, by: 'y' } } });

    const link = {
      control: 'acme-bounded',
      requirement: 'A1',
      shows: 'all',
      breaks: 'breaks',
      reason,
    } as const;
    defineMapping(framework, catalog, [link]);
    // @ts-expect-error a mapping of an unknown control
    defineMapping(framework, catalog, [{ ...link, control: 'acme-none' }]);
    // @ts-expect-error a mapping to an unknown requirement
    defineMapping(framework, catalog, [{ ...link, requirement: 'A2' }]);
    // @ts-expect-error a reason in one language
    defineMapping(framework, catalog, [{ ...link, reason: { en: 'x' } }]);

    const waiver = {
      scope: { subject: 'x' },
      reason: 'r',
      owner: 'o',
      approver: 'a',
      from: '2026-01-01',
      until: '2026-12-31',
    };
    definePlimsollConfig({ catalog, waivers: [{ ...waiver, control: 'acme-bounded' }] });
    // @ts-expect-error a waiver of an unknown control
    definePlimsollConfig({ catalog, waivers: [{ ...waiver, control: 'acme-none' }] });
    const shared = definePlimsollConfig({ catalog });
    definePlimsollConfig({ extends: [shared], waivers: [{ ...waiver, control: 'acme-bounded' }] });
    // @ts-expect-error a waiver of a control that what is extended does not have
    definePlimsollConfig({ extends: [shared], waivers: [{ ...waiver, control: 'acme-none' }] });
    // @ts-expect-error no configuration to extend
    definePlimsollConfig({ extends: [5] });
    // Of what is extended by name the types know nothing; loading it tells.
    definePlimsollConfig({
      extends: ['acme', shared],
      waivers: [{ ...waiver, control: 'acme-x' }],
    });
    const { until: _, ...endless } = waiver;
    // @ts-expect-error a waiver without an end
    definePlimsollConfig({ catalog, waivers: [{ ...endless, control: 'acme-bounded' }] });
  });
});
