/** Systems that exist to run containers, by `ID` or `VARIANT_ID` of their os-release. */
export const containerSystems = {
  ids: new Set([
    'balena-os',
    'boot2docker',
    'bottlerocket',
    'burmilla',
    'coreos',
    'cos',
    'flatcar',
    'k3os',
    'kairos',
    'linuxkit',
    'opensuse-microos',
    'photon',
    'rancheros',
    'rhcos',
    'sl-micro',
    'sle-micro',
    'talos',
    'ubuntu-core',
  ]),
  variants: new Set(['atomic.host', 'coreos']),
} satisfies Readonly<Record<string, ReadonlySet<string>>>;
