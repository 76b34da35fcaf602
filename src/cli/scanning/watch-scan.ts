import { homedir } from 'node:os';
import { watchFiles, type FilesVerdict } from '../../scanning/watch/watch-files.ts';
import type { LoadedConfig } from '../../config.ts';
import { builtin, type Assessment, type Finding, type Language, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { languageOf } from '../options/languages.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { reportError } from '../terminal/report-error.ts';
import { prepareJudge } from './assess-snapshot.ts';
import { composeOptions, namedTargets, sayLeftOut } from './collect-targets.ts';
import { prepareFilter, type WatchFilter } from './watch-filter.ts';
import { gate } from './gate.ts';
import type { ScanOptions } from './prepare-scan.ts';

/**
 * Scans files, and again whenever one of them changes, until it is interrupted: what fails since then, what no longer does,
 * what fails in another way, and how many failures there are. What a baseline accepts is counted alone.
 *
 * @returns the exit code of what was last known
 * @throws PlimsollError `option-invalid` where a target is no file
 */
export async function watchScan(
  words: readonly string[],
  options: ScanOptions,
  config: LoadedConfig,
): Promise<ExitCode> {
  const named = namedTargets(words, config);
  if (named.length === 0) throw nothingNamed();
  const language = languageOf(options, config);
  const ours = new Set<unknown>(builtin.controls);
  const filter = await prepareFilter(options.baseline);
  const judge = await prepareJudge(config, { ...options, quiet: true });
  const { findFormat } = await import('../../report.ts');
  const render = await findFormat('lines').load();
  const lines = async (
    assessment: Assessment,
    findings: readonly Finding[],
  ): Promise<readonly string[]> => {
    const made = await render({ ...assessment, findings: [...findings] }, { language });
    // Lines are a text.
    return typeof made === 'string' ? made.split('\n').filter(Boolean) : [];
  };
  const ended = new AbortController();
  const end = (): void => ended.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  // What stderr was given of the state that is known; of that it is not given again.
  let said: Set<string> = new Set();
  let last: { readonly assessment: Assessment; readonly failed: boolean } | undefined;
  try {
    await watchFiles(
      {
        targets: named,
        cwd: process.cwd(),
        env: process.env,
        home: homedir(),
        compose: composeOptions(options),
        ...(config.collectors ? { collectors: config.collectors } : {}),
      },
      {
        signal: ended.signal,
        judge: (snapshot) => judge(snapshot).assessment,
        // Of the controls of this package none looks from a file at another target; those of users may.
        looksAround: config.catalog?.controls.some((each) => !ours.has(each)) ?? false,
        onTrouble: (error) => {
          if (last) last = { ...last, failed: true };
          reportError(error);
        },
        onVerdict: async (found) => {
          const verdict = filter.apply(found);
          const { assessment, failures, leftOut, notJudged } = verdict;
          last = { assessment, failed: failures.length > 0 || notJudged.length > 0 };
          const before = said;
          said = new Set();
          for (const { target, error } of failures) {
            const key = JSON.stringify([target, error.code, error.said]);
            if (!before.has(key)) reportError(error);
            said.add(key);
          }
          for (const each of leftOut) {
            const key = JSON.stringify(each);
            if (!before.has(key)) sayLeftOut(each.path, each.what, language);
            said.add(key);
          }
          const printed =
            options.json === true
              ? linesOfJson(verdict, filter)
              : [
                  ...(await lines(verdict.assessment, verdict.gone)).map((line) => `- ${line}`),
                  ...(await lines(verdict.assessment, verdict.appeared)).map((line) => `+ ${line}`),
                  ...(
                    await lines(
                      verdict.assessment,
                      verdict.reworded.map(({ after }) => after),
                    )
                  ).map((line) => `~ ${line}`),
                  counted(verdict, filter, language),
                ];
          process.stdout.write(printed.map((line) => `${line}\n`).join(''));
        },
      },
    );
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
  if (!last || last.failed) return exitCodes.trouble;
  const threshold = options.failOn ?? config.failOn ?? 'high';
  return gate(last.assessment, threshold, options.strict ?? config.strict ?? false, filter.isKnown);
}

const nothingNamed = (): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text('--watch follows files, and none is named.', '--watch 跟踪文件，但未指明任何文件。'),
    {
      hint: text(
        'Name a folder, plimsoll scan . --watch, or follow an engine with: plimsoll watch',
        '请指明文件夹：plimsoll scan . --watch；跟踪引擎请用：plimsoll watch',
      ),
    },
  );

const openIn = ({ findings }: Assessment, { isKnown }: WatchFilter): number =>
  findings.filter(
    (finding) => finding.status === 'fail' && finding.waiver === undefined && !isKnown(finding),
  ).length;

function counted(verdict: FilesVerdict, filter: WatchFilter, language: Language): string {
  const { assessment, appeared, gone, reworded, notJudged } = verdict;
  const count = openIn(assessment, filter);
  const known = filter.known();
  const left = notJudged.length;
  const others = reworded.length;
  return {
    en: `Failures ${count}${known > 0 ? `, known ${known}` : ''}${left > 0 ? `, not judged ${left}` : ''} (new ${appeared.length}, gone ${gone.length}${others > 0 ? `, changed ${others}` : ''})`,
    zh: `失败 ${count} 项${known > 0 ? `，已知 ${known} 项` : ''}${left > 0 ? `，未评判 ${left} 项` : ''}（新增 ${appeared.length}，消失 ${gone.length}${others > 0 ? `，变化 ${others}` : ''}）`,
  }[language];
}

/** One line for what was read, and one for each failure that is new, gone or says something else. */
function linesOfJson(verdict: FilesVerdict, filter: WatchFilter): readonly string[] {
  const { assessment, changed, anew, appeared, gone, reworded, notJudged, failures, tookMs } =
    verdict;
  const at = assessment.collectedAt;
  const change = (what: 'new' | 'gone' | 'changed') => (finding: Finding) => ({
    kind: 'change',
    at,
    what,
    finding,
  });
  return [
    {
      kind: 'reading',
      at,
      changed,
      anew,
      failing: openIn(assessment, filter),
      ...(filter.isHeld ? { known: filter.known() } : {}),
      notJudged: notJudged.length,
      tookMs: Math.round(tookMs),
      failures: failures.map(({ target, error: { code, message } }) => ({ target, code, message })),
    },
    ...appeared.map(change('new')),
    ...gone.map(change('gone')),
    ...reworded.map(({ after }) => after).map(change('changed')),
  ].map((each) => JSON.stringify(each));
}
