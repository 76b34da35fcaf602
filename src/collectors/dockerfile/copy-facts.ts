import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { Source } from '../../core/facts/source.ts';
import { text } from '../../core/text.ts';
import { parseFileMode } from '../../syntax/file-mode/file-mode.ts';
import { missing, sourced, type Missing, type Partly } from '../gathering/partial-facts.ts';
import { expand, spellOut, type Lookup } from '../../syntax/dockerfile/expand-variables.ts';
import { isPlatformArgument } from '../../syntax/dockerfile/platform-arguments.ts';
import { heredocFacts } from './heredoc-facts.ts';
import { stageSource } from './stage-source.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { noteCopy } from '../../syntax/shell/written-texts.ts';
import { hookScripts } from '../../syntax/shell/hook-files.ts';
import { startFacts } from './start-facts.ts';
import { openAt, type Standing } from './instruction-context.ts';
import { ofBase } from './stage-state.ts';
import { readList, splitWords } from '../../syntax/dockerfile/split-words.ts';

/** What an ADD or a COPY brings into a stage. */
export function copyFacts(standing: Standing): Partly<Dockerfile['copies'][number]> {
  const { reading, stage, state, instruction, source, lookup, placed } = standing;
  const { escape, redactor } = reading;
  const { rest, flags, heredocs } = instruction;
  /** As the builder fills it in; one that comes to nothing is none. */
  const flag = (name: string): string | null | Missing => {
    const written = flags.findLast((one) => one.name === name)?.value;
    if (written === undefined) return null;
    const value = expand(written, escape, lookup);
    return value === undefined ? openAt(source) : value || null;
  };
  const from = flags.findLast(({ name }) => name === 'from')?.value;
  const words = readList(rest) ?? splitWords(rest, escape).map(({ raw }) => raw);
  /** A base has its own folders in its variables, and where they lie is nothing that a build is asked. */
  const ofFolder = (name: string): string | undefined =>
    ofPlatform(name) ?? (placed.trigger ? undefined : ofBase(state)(name));
  const known = words.map((word, at) =>
    /^\d*<</.test(word)
      ? word
      : (expand(word, escape, lookup, at === words.length - 1 ? ofFolder : ofPlatform) ??
        openAddress(word, escape, lookup) ??
        openAt(source)),
  );
  const sources = known
    .slice(0, -1)
    .map((word) => (typeof word === 'string' ? redactor.text(word) : word));
  noteWritten(standing, known);
  const owner = flag('chown');
  const bodies = heredocs.map(({ body }) => redactor.text(body));
  const rules = [...sources, ...bodies].flatMap((each) => ('rules' in each ? each.rules : []));
  return sourced(
    {
      line: instruction.line,
      stage: placed.stage,
      final: placed.final,
      trigger: placed.trigger,
      instruction: instruction.keyword === 'ADD' ? ('ADD' as const) : ('COPY' as const),
      sources: sources.map((each) => ('rules' in each ? each.value : each)),
      destination: known.at(-1) ?? '',
      folder: state.folder,
      ...(heredocs.length > 0
        ? { heredocs: heredocs.map(({ body }) => heredocFacts(body, known.at(-1))) }
        : {}),
      from: from === undefined ? null : stageSource(from, standing),
      mode: modeOf(flag('chmod'), source),
      ...(owner === null ? {} : { owner }),
      checksum: checksumOf(flag('checksum'), source),
      ...(unpacks(flags) ? { unpack: true as const } : {}),
      secretRules: [...new Set(rules)],
      rootOfScratch: stage.base === 'scratch' && state.empty && !placed.trigger,
    },
    source,
  );
}

/** Notes what files it brings whose text, or whose program, is known: of heredocs, and out of other stages and images. */
function noteWritten(
  { reading, instruction, state, placed, source }: Standing,
  known: readonly unknown[],
): void {
  const { written } = reading;
  const [to, ...sources] = known.filter((word) => typeof word === 'string').toReversed();
  if (to === undefined) return;
  const place = to.startsWith('/') || state.folder === null ? to : `${state.folder}/${to}`;
  const isFolder = /(?:^|\/)\.{0,2}$/.test(to) || sources.length > 1;
  const within = (name: string): readonly string[] =>
    isFolder ? [`${place}/${name}`] : [place, `${place}/${name}`];
  for (const { name, body } of instruction.heredocs) {
    for (const path of within(name)) {
      written.write(path, { text: `${body}\n` });
      for (const script of hookScripts(path, body)) {
        const kind = { by: 'file' as const, trigger: placed.trigger };
        const words = ['sh', '-c', script];
        reading.otherStarts.push(startFacts(reading, state, words, kind, source));
      }
    }
  }
  if (!instruction.flags.some(({ name }) => name === 'from')) return;
  for (const each of sources) {
    for (const path of within(basename(each))) noteCopy(written, each, path);
  }
}

/** A mode that no builder accepts may belong to a newer builder, and what it gives is not known. */
const modeOf = (mode: string | null | Missing, source: Source): string | null | Missing =>
  typeof mode !== 'string' || parseFileMode(mode)
    ? mode
    : missing({
        reason: 'not-understood',
        detail: text('its --chmod cannot be parsed as a mode', '无法将其 --chmod 解析为文件权限'),
        source,
      });

const digest = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]+$/i;

/** A value that depends on a variable may be either, and so counts. */
const unpacks = (flags: readonly { readonly name: string; readonly value: string }[]): boolean =>
  flags.some(({ name, value }) => name === 'unpack' && !/^(?:0|f|false)$/i.test(value));

/** A checksum, or the commit of a repository; the builder refuses anything else. */
const checksumOf = (checksum: string | null | Missing, source: Source): string | null | Missing =>
  typeof checksum !== 'string' || digest.test(checksum) || /^[0-9a-f]{40,64}$/i.test(checksum)
    ? checksum
    : missing({
        reason: 'not-understood',
        detail: text(
          'its --checksum cannot be parsed as a digest',
          '无法将其 --checksum 解析为摘要',
        ),
        source,
      });

/** Of a path, the platform decides no more than which of several builds of one file is meant. */
const ofPlatform = (name: string): string | undefined =>
  isPlatformArgument(name) ? `\${${name}}` : undefined;

const address = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@)/i;

/** An address whose content depends on a variable, but not whether it is an address or which commit it asks for. */
function openAddress(word: string, escape: string, lookup: Lookup): string | undefined {
  const spelled = spellOut(word, escape, lookup);
  if (spelled === undefined || !address.test(spelled)) return undefined;
  const fragment = spelled.indexOf('#');
  return fragment >= 0 && spelled.includes('${', fragment) ? undefined : spelled;
}
