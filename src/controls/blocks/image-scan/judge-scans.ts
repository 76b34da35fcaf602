import type { CheckContext } from '../../../core/controls/check.ts';
import {
  scanSeverities,
  type ImageScanFacts,
  type ScanSeverity,
} from '../../../core/subjects/image-scan.ts';
import { vex, type VexFacts } from '../../../core/subjects/vex.ts';
import { joinTexts, text, type Text } from '../../../core/text.ts';
import { fail, pass, unknown, type Verdict } from '../../../core/controls/verdict.ts';
import { countedScans, type CountedScan } from './counted-scans.ts';
import { doubtOf, isOfEndedDistribution } from './scan-doubts.ts';
import { toldAs, wordOn } from './vex-status.ts';
import { tellUnfit, type Unfit } from './unfit-statement.ts';
import type { VulnerabilityPolicy } from './vulnerability-policy.ts';

type Context = CheckContext<VulnerabilityPolicy>;
type Vulnerability = ImageScanFacts['vulnerabilities'][ScanSeverity][number];

/** More vulnerabilities than these make no sentence. */
const shown = 5;

/**
 * Judges an image by scans of it. What a scan found counts however old it is, since the image is the same;
 * that it found nothing counts only while it is fresh. Of one scanner the newest scan counts, each that does not tell
 * its time, and of older ones what the newest does not say that it looked at. That the distribution gets no advisories any more
 * is true of the image, whichever scanner says so.
 */
export function judgeScans(scans: readonly ImageScanFacts[], ctx: Context): Verdict {
  const counted = countedScans(
    scans.filter(({ coversVulnerabilities }) => coversVulnerabilities),
    ctx.collectedAt,
  );
  if (counted.length === 0) {
    return unknown(
      text(
        'No scan for vulnerabilities of this very image is among the targets',
        '目标中没有该镜像（按摘要匹配）的漏洞扫描结果',
      ),
    );
  }
  const judged = counted.map((each) => ({ ...each, ...remaining(each, ctx) }));
  const failing = judged.filter(({ left }) => left.length > 0);
  if (failing.length > 0) return fail(joinTexts(failing.map(describe)));
  const fixUnknown = judged.filter((each) => each.fixUnknown > 0);
  if (fixUnknown.length > 0) return unknown(joinTexts(fixUnknown.map(describeFixUnknown)));
  const current = judged
    .filter(({ newer }) => newer === null)
    .map((each) => ({ ...each, doubt: doubtOf(each, ctx) }));
  const ended = current.filter(({ scan }) => isOfEndedDistribution(scan));
  const fresh = current.filter(({ doubt }) => doubt === null);
  if (fresh.length === 0 || ended.length > 0) {
    const doubted = ended.length > 0 ? ended : current;
    return unknown(joinTexts(doubted.flatMap(({ doubt }) => doubt ?? [])));
  }
  return pass(joinTexts(fresh.map(describe)));
}

/**
 * Those at or over the threshold, the most severe first. Also: for how many others it is not known whether they have a
 * fix, which the policy asks for; whose statements set how many aside; and whose statements are not applied to how many
 * of the rest.
 */
function remaining({ scan, counts }: CountedScan, ctx: Context) {
  const { threshold, unratedAs, onlyFixable } = ctx.params;
  const { digests: manifests, id } = scan.image;
  const digests = id === null ? manifests : [...manifests, id];
  const place = (severity: ScanSeverity): number =>
    scanSeverities.indexOf(severity === 'unrated' ? unratedAs : severity);
  const left: { readonly severity: ScanSeverity; readonly is: Vulnerability }[] = [];
  const aside = new Map<string, number>();
  const unfit = new Map<string, { readonly said: Unfit; count: number }>();
  let word: ReturnType<typeof wordOn> | undefined;
  let fixUnknown = 0;
  const leavesOut = onlyFixable && scan.tellsFixes !== false;
  for (const severity of scanSeverities.filter((each) => place(each) <= place(threshold))) {
    const number = scan.counts[severity];
    if ((leavesOut ? number.fixable : number.total) === 0) continue;
    for (const is of scan.vulnerabilities[severity]) {
      if ((leavesOut && is.fixedIn === null) || !counts(is.package)) continue;
      word ??= wordOn(trusted(ctx), digests, ctx.collectedAt);
      const said = word(is);
      const author = said.by;
      if (author === null) {
        if (onlyFixable && is.fixedIn === null) fixUnknown += 1;
        else left.push({ severity, is });
        tally(unfit, said.unfit);
      } else aside.set(author, (aside.get(author) ?? 0) + 1);
    }
  }
  return { left, fixUnknown, aside, unfit: [...unfit.values()] };
}

/** Counts, for each author and reason, the vulnerability to which statements are not applied. */
function tally(
  counts: Map<string, { readonly said: Unfit; count: number }>,
  unfit: readonly Unfit[],
): void {
  const each = new Map(unfit.map((said) => [toldAs(said), said]));
  for (const [key, said] of each) {
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { said, count: 1 });
  }
}

const describeFixUnknown = ({
  scan: { scanner },
  fixUnknown,
}: CountedScan & ReturnType<typeof remaining>): Text =>
  text(
    `The report of ${scanner.name} names no fixed versions, so ${fixUnknown} over the threshold may have one`,
    `${scanner.name} 的报告未载明任何修复版本，超过阈值的 ${fixUnknown} 项可能已有修复`,
  );

function trusted(ctx: Context): readonly VexFacts[] {
  const { vexAuthors } = ctx.params;
  const documents = ctx.all(vex);
  return vexAuthors.length === 0
    ? documents
    : documents.filter(({ author }) => vexAuthors.includes(author));
}

function describe(judged: CountedScan & ReturnType<typeof remaining>): Text {
  const { scan, newer, left, aside, unfit } = judged;
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
  const since = newer?.scannedAt?.slice(0, 10) ?? '';
  const notes = [
    ...(newer === null
      ? []
      : [
          text(
            `the scan of ${since} does not state that it covered them`,
            `${since} 的扫描未表明检查过相应软件包`,
          ),
        ]),
    ...(left.length === 0 && scan.databaseAt === null
      ? [text('the age of its database is unknown', '未载明漏洞库日期')]
      : []),
    ...[...aside].map(([author, count]) =>
      text(`${count} set aside by VEX of ${author}`, `${author} 的 VEX 声明排除 ${count} 项`),
    ),
    ...unfit.map(({ said, count }) => tellUnfit(said, count)),
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
