import type { CheckContext } from '../../core/check.ts';
import {
  scanSeverities,
  type ImageScanFacts,
  type ScanSeverity,
} from '../../core/subjects/image-scan.ts';
import { vex, type VexFacts } from '../../core/subjects/vex.ts';
import { joinTexts, text, type Text } from '../../core/text.ts';
import { fail, pass, unknown, type Verdict } from '../../core/verdict.ts';
import { daysBetween } from '../days.ts';
import { setAsideBy, statementsOf } from './set-aside.ts';
import type { VulnerabilityPolicy } from './vulnerability-policy.ts';

type Context = CheckContext<VulnerabilityPolicy>;
type Vulnerability = ImageScanFacts['vulnerabilities'][ScanSeverity][number];

/** More vulnerabilities than these make no sentence. */
const shown = 5;

/**
 * Judges an image by scans of it. What a scan found counts however old it is, since the image is the same;
 * that it found nothing counts only while it is fresh. Of one scanner the newest scan counts, and
 * each that does not tell its time.
 */
export function judgeScans(scans: readonly ImageScanFacts[], ctx: Context): Verdict {
  const looked = newestOfEach(scans.filter(({ coversVulnerabilities }) => coversVulnerabilities));
  if (looked.length === 0) {
    return unknown(
      text(
        'No scan for vulnerabilities of this very image is among the targets',
        '目标中没有该镜像（按摘要匹配）的漏洞扫描结果',
      ),
    );
  }
  const judged = looked.map((scan) => ({
    scan,
    ...remaining(scan, ctx),
    doubt: doubtOf(scan, ctx),
  }));
  const failing = judged.filter(({ left }) => left.length > 0);
  if (failing.length > 0) {
    return fail(joinTexts(failing.map(({ scan, left, aside }) => describe(scan, left, aside))));
  }
  const fresh = judged.filter(({ doubt }) => doubt === null);
  if (fresh.length === 0) {
    return unknown(joinTexts(judged.flatMap(({ doubt }) => doubt ?? [])));
  }
  return pass(joinTexts(fresh.map(({ scan, aside }) => describe(scan, [], aside))));
}

function newestOfEach(scans: readonly ImageScanFacts[]): readonly ImageScanFacts[] {
  const newest = new Map<string, string>();
  for (const { scanner, scannedAt } of scans) {
    if (scannedAt !== null && scannedAt > (newest.get(scanner.name) ?? '')) {
      newest.set(scanner.name, scannedAt);
    }
  }
  return scans.filter(
    ({ scanner, scannedAt }) => scannedAt === null || scannedAt === newest.get(scanner.name),
  );
}

/** Those at or over the threshold, worst first, and whose word sets how many others aside. */
function remaining(scan: ImageScanFacts, ctx: Context) {
  const { threshold, unratedAs, onlyFixable } = ctx.params;
  const { digests: manifests, id } = scan.image;
  const digests = id === null ? manifests : [...manifests, id];
  const place = (severity: ScanSeverity): number =>
    scanSeverities.indexOf(severity === 'unrated' ? unratedAs : severity);
  const left: { readonly severity: ScanSeverity; readonly is: Vulnerability }[] = [];
  const aside = new Map<string, number>();
  let setAside: ReturnType<typeof statementsOf> | undefined;
  for (const severity of scanSeverities.filter((each) => place(each) <= place(threshold))) {
    const counts = scan.counts[severity];
    if ((onlyFixable ? counts.fixable : counts.total) === 0) continue;
    for (const is of scan.vulnerabilities[severity]) {
      if (onlyFixable && is.fixedIn === null) continue;
      setAside ??= statementsOf(trusted(ctx));
      const author = setAside.size === 0 ? null : setAsideBy(is, digests, setAside);
      if (author === null) left.push({ severity, is });
      else aside.set(author, (aside.get(author) ?? 0) + 1);
    }
  }
  return { left, aside };
}

function trusted(ctx: Context): readonly VexFacts[] {
  const { vexAuthors } = ctx.params;
  const documents = ctx.all(vex);
  return vexAuthors.length === 0
    ? documents
    : documents.filter(({ author }) => vexAuthors.includes(author));
}

/** Why a scan that found nothing does not count; `null` when it does. */
function doubtOf(scan: ImageScanFacts, { params, collectedAt }: Context): Text | null {
  const { scannedAt, databaseAt } = scan;
  const { name } = scan.scanner;
  if (scannedAt === null) {
    return text(
      `The report of ${name} does not tell when it was made`,
      `${name} 的报告没有记录扫描时间`,
    );
  }
  const days = daysBetween(scannedAt, collectedAt);
  if (days > params.maxAgeDays) {
    const whole = Math.floor(days);
    return text(`${name} looked ${whole} days ago`, `${name} 的扫描距今已 ${whole} 天`);
  }
  if (days < -1) {
    return text(
      `${name} says it looked at ${scannedAt}, which lies in the future`,
      `${name} 记录的扫描时间 ${scannedAt} 晚于采集时间`,
    );
  }
  if (databaseAt === null) {
    return params.databaseDateRequired
      ? text(
          `The report of ${name} does not tell how old its database was`,
          `${name} 的报告没有记录漏洞库日期`,
        )
      : null;
  }
  const behind = daysBetween(databaseAt, scannedAt);
  if (behind <= params.databaseMaxAgeDays) return null;
  const whole = Math.floor(behind);
  return text(
    `The database of ${name} was ${whole} days old when it looked`,
    `${name} 扫描时漏洞库已滞后 ${whole} 天`,
  );
}

function describe(
  scan: ImageScanFacts,
  left: readonly { readonly severity: ScanSeverity; readonly is: Vulnerability }[],
  aside: ReadonlyMap<string, number>,
): Text {
  const by = `${scan.scanner.name}${scan.scannedAt === null ? '' : ` ${scan.scannedAt.slice(0, 10)}`}`;
  const counts = scanSeverities
    .map((severity) => ({
      severity,
      count: left.filter((each) => each.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`)
    .join(', ');
  const some = left
    .slice(0, shown)
    .map(
      ({ is }) =>
        `${is.id} (${is.package} ${is.version}${is.fixedIn === null ? '' : ` → ${is.fixedIn}`})`,
    )
    .join(', ');
  const more = left.length > shown ? ', …' : '';
  const left0 = scan.suppressed.length;
  const notes = [
    ...[...aside].map(([author, count]) =>
      text(`${count} set aside by VEX of ${author}`, `${author} 的 VEX 声明排除 ${count} 项`),
    ),
    ...(left0 > 0
      ? [text(`${left0} left out by the scanner's own settings`, `扫描器自身设置忽略 ${left0} 项`)]
      : []),
  ];
  const head =
    left.length > 0
      ? text(`${counts}: ${some}${more} (${by})`, `${counts}：${some}${more}（${by}）`)
      : text(`Nothing over the threshold (${by})`, `未发现超过阈值的漏洞（${by}）`);
  return joinTexts([head, ...notes]);
}
