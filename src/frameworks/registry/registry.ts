import type { Framework } from '../../core/frameworks/framework.ts';
import type { Mapping } from '../../core/frameworks/mapping.ts';
import { cisDocker160Head, cisDocker180Head } from '../cis-docker/heads.ts';
import { gbt222392008Head } from '../gbt-22239-2008/head.ts';
import { gbt222392019Head } from '../gbt-22239-2019/head.ts';
import { gbt414602022Head } from '../gbt-41460-2022/head.ts';
import { gbt414632022Head } from '../gbt-41463-2022/head.ts';
import { jrt01222014Head } from '../jrt-0122-2014/head.ts';
import { jrt01222018Head } from '../jrt-0122-2018/head.ts';
import { jrt01232014Head } from '../jrt-0123-2014/head.ts';
import { jrt01232018Head } from '../jrt-0123-2018/head.ts';
import { tIseaa0042023Head } from '../t-iseaa-004-2023/head.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';
import { iso27001In2013Head } from '../iso-27001-2013/head.ts';
import { iso27001In2022Head } from '../iso-27001-2022/head.ts';
import { nist800190Head } from '../nist-800-190/head.ts';
import { nist80053Head } from '../nist-800-53-r5/head.ts';
import { pciDss31Head } from '../pci-dss-3.1/head.ts';
import { pciDss401Head } from '../pci-dss-4.0.1/head.ts';
import { soc2TscHead } from '../soc2-tsc/head.ts';

/** A framework with what the built-in controls show of it. */
export interface MappedFramework<F extends Framework = Framework> {
  readonly framework: F;
  readonly mappings: readonly Mapping[];
}

/** A framework that is known by its head, and whose requirements and mappings are loaded when asked for. */
export interface FrameworkEntry<F extends Framework = Framework> {
  readonly head: FrameworkHead;
  /** Loads the requirements and the mappings, which are in memory only from then on. */
  readonly load: () => Promise<MappedFramework<F>>;
}

/**
 * The frameworks that come with this package, by id, in the order of a listing.
 *
 * @example
 * const { framework, mappings } = await builtinFrameworks['pci-dss-3.1'].load();
 */
export const builtinFrameworks = {
  'cis-docker-1.6.0': {
    head: cisDocker160Head,
    load: async () => {
      const own = await import('../cis-docker/cis-docker-1.6.0.ts');
      return { framework: own.cisDocker160, mappings: [own.cisDocker160Mapping] };
    },
  },
  'cis-docker-1.8.0': {
    head: cisDocker180Head,
    load: async () => {
      const own = await import('../cis-docker/cis-docker-1.8.0.ts');
      return { framework: own.cisDocker180, mappings: [own.cisDocker180Mapping] };
    },
  },
  'gbt-22239-2008': {
    head: gbt222392008Head,
    load: async () => {
      const own = await import('../gbt-22239-2008/gbt-22239-2008.ts');
      return { framework: own.gbt222392008, mappings: [own.gbt222392008Mapping] };
    },
  },
  'gbt-22239-2019': {
    head: gbt222392019Head,
    load: async () => {
      const own = await import('../gbt-22239-2019/gbt-22239-2019.ts');
      return { framework: own.gbt222392019, mappings: [own.gbt222392019Mapping] };
    },
  },
  'gbt-41460-2022': {
    head: gbt414602022Head,
    load: async () => {
      const own = await import('../gbt-41460-2022/gbt-41460-2022.ts');
      return { framework: own.gbt414602022, mappings: [own.gbt414602022Mapping] };
    },
  },
  'gbt-41463-2022': {
    head: gbt414632022Head,
    load: async () => {
      const own = await import('../gbt-41463-2022/gbt-41463-2022.ts');
      return { framework: own.gbt414632022, mappings: [own.gbt414632022Mapping] };
    },
  },
  'iso-27001-2013': {
    head: iso27001In2013Head,
    load: async () => {
      const own = await import('../iso-27001-2013/iso-27001-2013.ts');
      return { framework: own.iso27001In2013, mappings: [own.iso27001In2013Mapping] };
    },
  },
  'iso-27001-2022': {
    head: iso27001In2022Head,
    load: async () => {
      const own = await import('../iso-27001-2022/iso-27001-2022.ts');
      return { framework: own.iso27001In2022, mappings: [own.iso27001In2022Mapping] };
    },
  },
  'jrt-0122-2014': {
    head: jrt01222014Head,
    load: async () => {
      const own = await import('../jrt-0122-2014/jrt-0122-2014.ts');
      return { framework: own.jrt01222014, mappings: [own.jrt01222014Mapping] };
    },
  },
  'jrt-0122-2018': {
    head: jrt01222018Head,
    load: async () => {
      const own = await import('../jrt-0122-2018/jrt-0122-2018.ts');
      return { framework: own.jrt01222018, mappings: [own.jrt01222018Mapping] };
    },
  },
  'jrt-0123-2014': {
    head: jrt01232014Head,
    load: async () => {
      const own = await import('../jrt-0123-2014/jrt-0123-2014.ts');
      return { framework: own.jrt01232014, mappings: [own.jrt01232014Mapping] };
    },
  },
  'jrt-0123-2018': {
    head: jrt01232018Head,
    load: async () => {
      const own = await import('../jrt-0123-2018/jrt-0123-2018.ts');
      return { framework: own.jrt01232018, mappings: [own.jrt01232018Mapping] };
    },
  },
  'nist-800-190': {
    head: nist800190Head,
    load: async () => {
      const own = await import('../nist-800-190/nist-800-190.ts');
      return { framework: own.nist800190, mappings: [own.nist800190Mapping] };
    },
  },
  'nist-800-53-r5': {
    head: nist80053Head,
    load: async () => {
      const own = await import('../nist-800-53-r5/nist-800-53-r5.ts');
      return { framework: own.nist80053, mappings: [own.nist80053Mapping] };
    },
  },
  'pci-dss-3.1': {
    head: pciDss31Head,
    load: async () => {
      const own = await import('../pci-dss-3.1/pci-dss-3.1.ts');
      return { framework: own.pciDss31, mappings: [own.pciDss31Mapping] };
    },
  },
  'pci-dss-4.0.1': {
    head: pciDss401Head,
    load: async () => {
      const own = await import('../pci-dss-4.0.1/pci-dss-4.0.1.ts');
      return { framework: own.pciDss401, mappings: [own.pciDss401Mapping] };
    },
  },
  'soc2-tsc': {
    head: soc2TscHead,
    load: async () => {
      const own = await import('../soc2-tsc/soc2-tsc.ts');
      return { framework: own.soc2Tsc, mappings: [own.soc2TscMapping] };
    },
  },
  't-iseaa-004-2023': {
    head: tIseaa0042023Head,
    load: async () => {
      const own = await import('../t-iseaa-004-2023/t-iseaa-004-2023.ts');
      return { framework: own.tIseaa0042023, mappings: [own.tIseaa0042023Mapping] };
    },
  },
} as const satisfies Readonly<Record<string, FrameworkEntry>>;

/** The id of any framework that comes with this package. */
export type BuiltinFrameworkId = keyof typeof builtinFrameworks;

/** The heads of the frameworks that come with this package: enough to list them, and quick to load. */
export const frameworkIndex: readonly FrameworkHead[] = Object.values(builtinFrameworks).map(
  ({ head }) => head,
);
