import type { RequirementIdOf } from '../../src/core/frameworks/framework.ts';
import type { Link } from '../../src/core/frameworks/mapping.ts';
import type { RequirementStatus } from '../../src/core/frameworks/rollup.ts';
import type { Text } from '../../src/core/text.ts';
import type { cisDocker160 } from '../../src/frameworks/cis-docker/cis-docker-1.6.0.ts';
import type { cisDocker180 } from '../../src/frameworks/cis-docker/cis-docker-1.8.0.ts';
import type { BuiltinControlId } from '../../src/frameworks/mapping/control-id.ts';
import type { gbt222392008 } from '../../src/frameworks/gbt-22239-2008/gbt-22239-2008.ts';
import type { gbt222392019 } from '../../src/frameworks/gbt-22239-2019/gbt-22239-2019.ts';
import type { ItemKey } from '../../src/frameworks/gbt-22239-2019/items.ts';
import type { jrt01232014 } from '../../src/frameworks/jrt-0123-2014/jrt-0123-2014.ts';
import type { KeyedLinkRow } from '../../src/frameworks/mapping/keyed-links.ts';
import type { LinkRow } from '../../src/frameworks/mapping/link-row.ts';
import type { Iso27001In2013Id } from '../../src/frameworks/iso-27001-2013/requirements.ts';
import type { Iso27001In2022Id } from '../../src/frameworks/iso-27001-2022/requirements.ts';
import type { Nist800190Id } from '../../src/frameworks/nist-800-190/requirements.ts';
import type { Nist80053Id } from '../../src/frameworks/nist-800-53-r5/requirements.ts';
import type { pciDss31 } from '../../src/frameworks/pci-dss-3.1/pci-dss-3.1.ts';
import type { PciDss401Id } from '../../src/frameworks/pci-dss-4.0.1/requirements.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';
import type { Soc2TscId } from '../../src/frameworks/soc2-tsc/requirements.ts';
import type { StatusWords } from '../../src/frameworks/heads/status-words.ts';

// Nothing here runs: each line must compile, and each expected error must be one.

type PciDss31Id = RequirementIdOf<typeof pciDss31>;
type CisDocker160Id = RequirementIdOf<typeof cisDocker160>;
type CisDocker180Id = RequirementIdOf<typeof cisDocker180>;

export const ids: readonly [PciDss31Id, CisDocker160Id, CisDocker180Id] = ['A.1.4', '2.18', '2.19'];
// @ts-expect-error 8.3.1 came with 3.2
export const unknownInPci: PciDss31Id = '8.3.1';
// @ts-expect-error 2.19 came with 1.8.0
export const newerThan160: CisDocker160Id = '2.19';

export const control: BuiltinControlId = 'workload-pids-limit';
// @ts-expect-error no such control
export const unknownControl: BuiltinControlId = 'workload-pids-limits';

export const rows = [
  [
    'workload-pids-limit',
    '2.2.4',
    'context',
    'nothing',
    'why',
    '为何',
    { param: 'max', atMost: 1 },
  ],
  // @ts-expect-error no such control
  ['workload-none', '2.2.4', 'part', 'breaks', 'why', '为何'],
  // @ts-expect-error no such requirement
  ['workload-pids-limit', '2.2.9', 'part', 'breaks', 'why', '为何'],
  // @ts-expect-error nothing that a pass shows
  ['workload-pids-limit', '2.2.4', 'some', 'breaks', 'why', '为何'],
  ['image-fresh', '2.2.4', 'context', 'nothing'],
  // @ts-expect-error its control has no reason that it could leave out
  ['engine-log-level', '10.2', 'context', 'nothing'],
  // @ts-expect-error no reason in Chinese
  ['workload-pids-limit', '2.2.4', 'part', 'breaks', 'why'],
] as const satisfies readonly LinkRow<PciDss31Id>[];

export const links = [
  {
    control: 'workload-pids-limit',
    // @ts-expect-error no such requirement
    requirement: '13.1',
    shows: 'all',
    breaks: 'breaks',
    reason: { en: 'why', zh: '为何' },
  },
] as const satisfies readonly Link<BuiltinControlId, PciDss31Id>[];

/** The ids stay literal through a lazy load. */
export async function throughTheRegistry(): Promise<void> {
  const { framework } = await builtinFrameworks['pci-dss-3.1'].load();
  type Id = RequirementIdOf<typeof framework>;
  const good: Id = '2.2.1';
  // @ts-expect-error no such requirement
  const bad: Id = '2.2.1.1';
  void [good, bad];
}

type Gbt222392019Id = RequirementIdOf<typeof gbt222392019>;
export const dengbao: readonly Gbt222392019Id[] = ['8.1.4.2 d)', '6', '9.2.4.3 a)'];
// @ts-expect-error level 1 has no least privilege
export const notAtLevel1: Gbt222392019Id = '6.1.4.2 d)';
export const older: RequirementIdOf<typeof gbt222392008> = '7.1.3.5';
// @ts-expect-error level 1 asks for no audit of hosts
export const notInChapter5: RequirementIdOf<typeof gbt222392008> = '5.1.3.5';
export const test: RequirementIdOf<typeof jrt01232014> = 'JR/T 0123.6-2014#8~6';
// @ts-expect-error there are six parts
export const noSuchPart: RequirementIdOf<typeof jrt01232014> = 'JR/T 0123.7-2014#8~6';

export const keyed = [
  ['workload-pids-limit', 'G-CE-ACC-d', 'part', 'breaks', 'why', '为何', null, '2', '3'],
  // @ts-expect-error no such control
  ['workload-none', 'G-CE-ACC-d', 'part', 'breaks', 'why', '为何'],
  // @ts-expect-error no such requirement
  ['workload-pids-limit', 'G-CE-ACC-z', 'part', 'breaks', 'why', '为何'],
  // @ts-expect-error no such level
  ['workload-pids-limit', 'G-CE-ACC-d', 'part', 'breaks', 'why', '为何', null, '6'],
] as const satisfies readonly KeyedLinkRow<ItemKey, '1' | '2' | '3' | '4'>[];

/** Each framework refuses what it does not have. */
export const good: readonly [
  PciDss401Id,
  Iso27001In2013Id,
  Iso27001In2022Id,
  Nist800190Id,
  Nist80053Id,
  Soc2TscId,
] = ['8.3.10.1', 'A.14.2.9', 'A.8.34', '4.5.5', 'SC-7(21)', 'CC6.8'];
export const bad: readonly [
  PciDss401Id,
  Iso27001In2013Id,
  Iso27001In2022Id,
  Nist800190Id,
  Nist80053Id,
  Soc2TscId,
] = [
  // @ts-expect-error A.1 is of 3.1
  'A.1',
  // @ts-expect-error there are nine
  'A.14.2.10',
  // @ts-expect-error there are 34
  'A.8.35',
  // @ts-expect-error there are five
  '4.5.6',
  // @ts-expect-error in no baseline, and nothing of containers
  'SC-7(9)',
  // @ts-expect-error there are eight
  'CC6.9',
];
export const linked = [
  // @ts-expect-error no such requirement
  ['workload-pids-limit', '2.2.4.1', 'part', 'breaks', 'why', '为何'],
] as const satisfies readonly LinkRow<PciDss401Id>[];

// @ts-expect-error no such framework
void builtinFrameworks['pci-dss-3.3'];

declare const most: Record<Exclude<RequirementStatus, 'supported'>, Text>;
// @ts-expect-error a status has no word
export const wordless: StatusWords = most;
