import { commandScript } from '../../build-analysis/scripts/command-script.ts';
import { runFiles } from '../../build-analysis/downloads/follow-files.ts';
import { reachesNetwork } from '../../build-analysis/fetching/reaches-network.ts';
import { installsAny, packagesOf } from '../../build-analysis/packages/installed-packages.ts';
import type { ReadScript } from '../../build-analysis/scripts/script.ts';
import { fail, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { text, type Text } from '../../core/text.ts';
import { cutQuote } from './cut-quote.ts';
import { runsFetched } from './runs-fetched.ts';
import { sayDoubt } from './say-doubt.ts';
import { understoodCommand } from './understood-command.ts';

/** A text with blanks in it is for a shell where it stands alone. */
const asStarted = (words: readonly string[]): readonly string[] =>
  words.length === 1 && /\s/.test(words[0] ?? '') ? ['/bin/sh', '-c', ...words] : words;

const scriptOf = (words: readonly string[]): ReadScript => ({
  text: words.join(' '),
  commands: commandScript(words).tree,
});

/** Whether something that is started may bring anything from a network, packages among it. */
export function fetchesAtStart(words: readonly string[]): boolean {
  const script = scriptOf(asStarted(words));
  return reachesNetwork(script) || installsAny(script);
}

/** Packages that what is started installs, or fetches to run them, without a version; `open` where its image may have them. */
function unpinnedIn(script: ReadScript): {
  readonly unpinned: readonly string[];
  readonly open: readonly string[];
} {
  const certain = packagesOf(script, undefined, () => true);
  const all = packagesOf(script);
  return { unpinned: certain.unpinned, open: [...all.open, ...all.unpinned] };
}

/**
 * Judges what is started: it runs nothing that it fetches unless something verified it.
 *
 * @param named what is said of it before what it does
 */
export function runsNothingFetched(given: readonly string[], named?: Text): Verdict | true {
  const words = asStarted(given);
  const verdict = judgeScript(scriptOf(words), given, named);
  return verdict === true ? understoodCommand(words) : verdict;
}

/** The same of a script as it was read; whether all of it was understood is asked elsewhere. */
export function judgeScript(
  script: ReadScript,
  given: readonly string[],
  named?: Text,
): Verdict | true {
  const quote = cutQuote(given.join(' '));
  const say = (en: string, zh: string): Text =>
    named
      ? text(`${named.en}: ${en}: ${quote}`, `${named.zh}：${zh}：${quote}`)
      : text(`${en}: ${quote}`, `${zh}：${quote}`);
  if (runsFetched(script)) return fail(say('Runs what it fetches', '直接执行下载内容'));
  const files = runFiles([{ script, folder: null, added: [] }], () => undefined);
  if (files.unverified.length > 0) {
    return fail(say('Runs an unverified download', '执行了未经校验的下载文件'));
  }
  if (files.takePrograms().fetched.length > 0) {
    return fail(say('Makes an unverified download a program', '将未经校验的下载文件设为程序'));
  }
  const { unpinned, open } = unpinnedIn(script);
  if (unpinned.length > 0) {
    return fail(say('Fetches packages without a version', '获取未写明版本的软件包'));
  }
  if (open.length > 0) {
    return unknown(
      say('May fetch what its image does not have', '镜像中没有的内容可能在启动时获取'),
    );
  }
  const [doubt] = files.doubts;
  return doubt ? unknown(sayDoubt(doubt)) : true;
}
