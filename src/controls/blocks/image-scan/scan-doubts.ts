import type { CheckContext } from '../../../core/controls/check.ts';
import type { ImageScanFacts, ScanShortcoming } from '../../../core/subjects/image-scan.ts';
import { text, type Text } from '../../../core/text.ts';
import { daysBetween, liesAhead } from '../days.ts';
import type { CountedScan } from './counted-scans.ts';
import type { VulnerabilityPolicy } from './vulnerability-policy.ts';

type Context = CheckContext<VulnerabilityPolicy>;

/** Why a scan that found nothing does not count; `null` when it does. */
export function doubtOf(counted: CountedScan, ctx: Context): Text | null {
  return (
    identityDoubt(counted) ??
    ownDoubt(counted) ??
    timeDoubt(counted, ctx) ??
    databaseDoubt(counted, ctx) ??
    coverageDoubt(counted)
  );
}

/** Whether the image's distribution gets no advisories any more: then no scan of it proves anything by finding nothing. */
export const isOfEndedDistribution = ({ shortcomings = [] }: ImageScanFacts): boolean =>
  shortcomings.includes('distribution-ended');

/** Names are never matched, so that a report without a digest may be of any image. */
const identityDoubt = ({ scan: { image, scanner } }: CountedScan): Text | null =>
  image.digests.length === 0 && image.id === null
    ? text(
        `The report of ${scanner.name} has no digest of an image, so that it may be of any`,
        `${scanner.name} 的报告没有镜像摘要，无法确认扫描的是哪个镜像`,
      )
    : null;

const shortcomingWords: Readonly<Record<ScanShortcoming, (name: string) => Text>> = {
  'distribution-ended': (name) =>
    text(
      `${name} says that the distribution gets no advisories any more, so that nothing found proves nothing`,
      `${name} 报告该发行版已停止安全维护，“未发现”不足为据`,
    ),
  'distribution-unknown': (name) =>
    text(
      `${name} has no advisories for the distribution, so that nothing found proves nothing`,
      `${name} 没有该发行版的漏洞数据，“未发现”不足为据`,
    ),
  'database-invalid': (name) =>
    text(`${name} says that its database was not valid`, `${name} 报告其漏洞库无效`),
  'run-failed': (name) => text(`${name} says that its run failed`, `${name} 报告本次扫描失败`),
  'system-left-out': (name) =>
    text(
      `${name} names the distribution and looked at none of its packages, so that nothing found proves nothing`,
      `${name} 识别出发行版但未检查其软件包，“未发现”不足为据`,
    ),
  'files-left-out': (name) =>
    text(
      `${name} was set to leave files out, so finding nothing proves nothing`,
      `${name} 被配置为排除部分文件，“未发现”不足为据`,
    ),
  'analysed-alone': (name) =>
    text(
      `The report of ${name} lists only vulnerabilities that somebody analysed, so that it is no proof that there are no others`,
      `${name} 的报告仅列出已经过分析的漏洞，不足以证明没有其他漏洞`,
    ),
};

function ownDoubt({ scan: { shortcomings = [], scanner } }: CountedScan): Text | null {
  const [first] = shortcomings;
  return first === undefined ? null : shortcomingWords[first](scanner.name);
}

function timeDoubt({ scan }: CountedScan, { params, collectedAt }: Context): Text | null {
  const { scannedAt, scanner } = scan;
  const { name } = scanner;
  if (scannedAt === null) {
    return text(
      `The report of ${name} does not state when it was made`,
      `${name} 的报告没有记录扫描时间`,
    );
  }
  const days = daysBetween(scannedAt, collectedAt);
  if (days > params.maxAgeDays) {
    const whole = Math.floor(days);
    return text(`${name} looked ${whole} days ago`, `${name} 的扫描距今已 ${whole} 天`);
  }
  return liesAhead(scannedAt, collectedAt)
    ? text(
        `${name} dates its scan ${scannedAt}, which is in the future`,
        `${name} 记录的扫描时间 ${scannedAt} 晚于采集时间`,
      )
    : null;
}

/** Formats that tell the date of the database wherever there is one. */
const telling: ReadonlySet<string> = new Set(['grype']);

function databaseDoubt({ scan }: CountedScan, { params }: Context): Text | null {
  const { databaseAt, scannedAt, format, scanner } = scan;
  const { name } = scanner;
  if (databaseAt === null) {
    return params.databaseDateRequired || telling.has(format)
      ? text(
          `The report of ${name} does not state how old its database was`,
          `${name} 的报告没有记录漏洞库日期`,
        )
      : null;
  }
  const behind = daysBetween(databaseAt, scannedAt ?? databaseAt);
  if (liesAhead(databaseAt, scannedAt ?? databaseAt)) {
    return text(
      `The report of ${name} says that its database is of ${databaseAt.slice(0, 10)}, after the scan itself`,
      `${name} 的报告所载漏洞库日期 ${databaseAt.slice(0, 10)} 晚于扫描时间`,
    );
  }
  if (behind <= params.databaseMaxAgeDays) return null;
  const whole = Math.floor(behind);
  return text(
    `The database of ${name} was ${whole} days old when it looked`,
    `${name} 扫描时漏洞库已滞后 ${whole} 天`,
  );
}

/** An image has the packages that an older scan lists: a newer one that does not list them looked at less. */
function coverageDoubt({ scan, older }: CountedScan): Text | null {
  if (older.length === 0) return null;
  const { packages, scanner, scannedAt } = scan;
  if (packages === null) return null;
  const listed = new Set(packages.map(({ name }) => name));
  for (const before of older) {
    const missed = new Set(
      (before.packages ?? []).map(({ name }) => name).filter((name) => !listed.has(name)),
    ).size;
    if (missed === 0) continue;
    const day = scannedAt?.slice(0, 10) ?? '';
    const dayBefore = before.scannedAt?.slice(0, 10) ?? '';
    return text(
      `${scanner.name} covered less on ${day} than on ${dayBefore}: ${missed} packages are no longer listed`,
      `${scanner.name} 在 ${day} 的检查范围小于 ${dayBefore}：缺少 ${missed} 个软件包`,
    );
  }
  return null;
}
