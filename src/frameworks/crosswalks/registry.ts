import type { Crosswalk } from './crosswalk.ts';

/** A crosswalk that is known by its two ends, and whose rows are loaded when asked for. */
export interface CrosswalkEntry {
  readonly from: string;
  readonly to: string;
  /** Loads the rows, which are in memory only from then on. */
  readonly load: () => Promise<Crosswalk>;
}

/** The crosswalks that come with this package, from the older edition to the newer one. */
export const crosswalks: readonly CrosswalkEntry[] = [
  {
    from: 'pci-dss-3.1',
    to: 'pci-dss-4.0.1',
    load: async () => (await import('./pci-dss-3.1-to-4.0.1.ts')).pciDssCrosswalk,
  },
  {
    from: 'iso-27001-2013',
    to: 'iso-27001-2022',
    load: async () => (await import('./iso-27001-2013-to-2022.ts')).iso27001Crosswalk,
  },
  {
    from: 'gbt-22239-2008',
    to: 'gbt-22239-2019',
    load: async () => (await import('./gbt-22239-2008-to-2019.ts')).gbt22239Crosswalk,
  },
  {
    from: 'jrt-0122-2014',
    to: 'jrt-0122-2018',
    load: async () => (await import('./jrt-0122-2014-to-2018.ts')).jrt0122Crosswalk,
  },
  {
    from: 'jrt-0123-2014',
    to: 'jrt-0123-2018',
    load: async () => (await import('./jrt-0123-2014-to-2018.ts')).jrt0123Crosswalk,
  },
  {
    from: 'cis-docker-1.6.0',
    to: 'cis-docker-1.8.0',
    load: async () => (await import('./cis-docker-1.6.0-to-1.8.0.ts')).cisDockerCrosswalk,
  },
];
