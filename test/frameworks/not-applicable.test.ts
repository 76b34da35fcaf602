import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { parametersOf } from '../../src/core/controls/catalog.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import { judgeFramework } from '../../src/core/assessment/judge-framework.ts';
import { emptyTally } from '../../src/core/assessment/tally.ts';
import {
  builtinFrameworks,
  type BuiltinFrameworkId,
} from '../../src/frameworks/registry/registry.ts';

/**
 * What judges only what a single engine on a plain host does not have, such as an overlay, labels or tenants,
 * or waits for a list that somebody has to draw up.
 */
const optional = [
  'engine-tenants-separate-hosts',
  'image-digest-expected',
  'network-overlay-encrypted',
  'workload-apparmor',
  'workload-egress-controlled',
  'workload-placed-by-tenant',
  'workload-ports-allowed',
  'workload-selinux',
  'workload-tenant-labelled',
  'workload-tenant-volumes-separate',
];
const controls = new Map<string, AnyControl>(builtin.controls.map((each) => [each.id, each]));
const applies = ({ id, subject }: AnyControl): boolean =>
  !optional.includes(id) && !['secret', 'swarm', 'swarm-node'].includes(subject.kind);

const ids = [
  'gbt-22239-2008',
  'gbt-22239-2019',
  'jrt-0122-2014',
  'jrt-0123-2014',
  'jrt-0123-2018',
  't-iseaa-004-2023',
] as const satisfies readonly BuiltinFrameworkId[];

/** Of what only a Swarm shows anything, and of labels only SELinux: AppArmor sets none. */
const elsewhere: Partial<Record<(typeof ids)[number], readonly string[]>> = {
  'gbt-22239-2008': ['6.1.4.5', '7.1.4.6', '8.1.3.2', '8.1.4.8'],
  'gbt-22239-2019': ['8.1.4.2 g)', '8.2.4.5 c)', '9.2.2.1 h)', '9.2.4.5 c)'],
};

describe.each(ids)('%s', (id) => {
  it('holds of a single engine too: no requirement is left untested for lack of a Swarm or of labels', async () => {
    const { framework, mappings } = await builtinFrameworks[id].load();
    const levels = framework.levels.map((level) => level.id);
    for (const level of levels) {
      const { requirements } = judgeFramework(
        { framework, mappings, level },
        {
          tallyOf: (control) => {
            const found = controls.get(control);
            if (found === undefined) return undefined;
            return applies(found)
              ? { ...emptyTally(), pass: 1 }
              : { ...emptyTally(), notApplicable: 1 };
          },
          paramsOf: (control) => {
            const found = controls.get(control);
            return found === undefined ? {} : parametersOf(builtin, found);
          },
          attestations: [],
          at: '2026-11-24T12:00:00Z',
        },
      );
      const untested = requirements.flatMap(({ id: own, status }) =>
        status === 'not-tested' && elsewhere[id]?.includes(own) !== true ? [own] : [],
      );
      expect(untested).toEqual([]);
    }
  });
  it('is satisfied nowhere by controls alone: each requirement reaches beyond containers', async () => {
    const { mappings } = await builtinFrameworks[id].load();
    const whole = mappings.flatMap(({ links }) => links.filter((each) => each.shows === 'all'));
    expect(whole).toEqual([]);
  });
});
