import type { RawHostConfig } from '../../api-schemas/container.ts';

/** Rates of block devices that a container was made with, each with its device as it was named. */
export function askedRates(host: RawHostConfig) {
  const rates = [
    ['readBytes', host.BlkioDeviceReadBps],
    ['writeBytes', host.BlkioDeviceWriteBps],
    ['readOperations', host.BlkioDeviceReadIOps],
    ['writeOperations', host.BlkioDeviceWriteIOps],
  ] as const;
  return rates.flatMap(([what, devices]) =>
    devices.map(({ Path, Rate }) => ({ device: Path, what, perSecond: Rate })),
  );
}

/** The same as its cgroup lists them, without their devices, which a cgroup has by number: `writeBytes 1048576`. */
export const ratesAlone = (host: RawHostConfig): string =>
  askedRates(host)
    .filter(({ perSecond }) => perSecond > 0)
    .map(({ what, perSecond }) => `${what} ${perSecond}`)
    .toSorted()
    .join('\n');

/** Whether each rate that was given has one in force that is no higher. Of several devices it is not known which is which. */
export const areSlower = (lines: string, asked: string): boolean =>
  asked.split('\n').every((line, _, all) => {
    const [kind = '', rate] = line.split(' ');
    const isOf = (each: string): boolean => each.startsWith(`${kind} `);
    const [found, ...more] = lines.split('\n').filter(isOf);
    if (found === undefined || more.length > 0 || all.filter(isOf).length > 1) return false;
    return Number(found.split(' ')[1]) <= Number(rate);
  });

/** Lines of a cgroup without the numbers of the devices. */
export const withoutDevices = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => line.replace(/ \S+$/, ''))
    .toSorted()
    .join('\n');

/** Rates that are in force, from lines such as `writeBytes 1048576 254:0`; a device that was named is called so. */
export function rateFacts(lines: string, host: RawHostConfig) {
  const asked = askedRates(host);
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [kind, rate, number = ''] = line.split(' ');
      const what = kinds.find((each) => each === kind);
      if (what === undefined) return [];
      const perSecond = Number(rate);
      const named = asked.find((each) => each.what === what && each.perSecond === perSecond);
      return [{ device: named?.device ?? number, what, perSecond }];
    });
}

const kinds = ['readBytes', 'writeBytes', 'readOperations', 'writeOperations'] as const;
