import { diffAssessments } from '../../evidence.ts';
import type { Assessment, Language } from '../../index.ts';
import { jsonText } from '../../report.ts';
import type { WatchChange, WatchGap, WatchReading } from '../../watch.ts';
import { paint } from '../terminal/paint.ts';
import { show } from '../terminal/print-text.ts';
import { failingTable } from './failing-table.ts';
import { liveScreen } from './live-screen.ts';
import { createOutbox } from './outbox.ts';
import { postWebhook } from './post-webhook.ts';
import { runOnChange } from './run-on-change.ts';
import { sayChange, sayLost } from './say-change.ts';
import { changeLines, gapLine, readingLine, wholeChange } from './watch-lines.ts';
import { sayGap, watchWords } from './watch-words.ts';

/** How a watch is reported, and to whom. */
interface Telling {
  readonly language: Language;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly onChange?: string;
  readonly webhook?: string;
}

/** Tells what a watch sees. */
export interface Teller {
  readonly onReading: (reading: WatchReading) => void;
  readonly onChange: (change: WatchChange) => void;
  readonly onGap: (gap: WatchGap) => void;
  /** Resolves once everything was sent. */
  readonly end: () => Promise<void>;
}

/** Tells it on stdout, as lines for a person or as JSON, and to a command and a webhook where they are named. */
export function createTeller({ language, json, quiet, onChange, webhook }: Telling): Teller {
  const style = paint(process.stdout);
  const isPrinted = json !== true && quiet !== true;
  const screen = isPrinted ? liveScreen(process.stdout) : { log: () => {}, draw: () => {} };
  const warn = (what: string): void => void process.stderr.write(`${show(what)}\n`);
  const commands = createOutbox((line: object) => runOnChange(onChange ?? '', line), warn);
  const posts = createOutbox(
    (body: { readonly text: string; readonly change: object }) =>
      postWebhook(webhook ?? '', body, process.env['PLIMSOLL_WEBHOOK_SECRET']),
    warn,
  );
  const write = (line: object): void => {
    if (json === true) process.stdout.write(`${jsonText(line)}\n`);
  };
  const log = (at: string, lines: readonly string[]): void => {
    const [first, ...others] = lines.map(show);
    if (first === undefined) return;
    screen.log([`${style.dim(at.slice(11, 19))} ${style.bold(first)}`, ...others]);
  };
  const blind = new Set<string>();
  /** Targets that could not be read the last time. */
  let lost: readonly string[] = [];
  /** What the last reading said that read everything. */
  let whole: Assessment | undefined;
  /** The same, where the reading that comes now is the first that reads everything again. */
  let beforeLoss: Assessment | undefined;

  /** For a person what came and went with a target is one line, and what changed meanwhile is held to what was known before. */
  const linesOf = (change: WatchChange): readonly string[] => {
    if (lost.length > 0) return sayLost(lost, language);
    if (!beforeLoss) return sayChange(change, language);
    const { reading } = change;
    const since = { reading, difference: diffAssessments(beforeLoss, reading.assessment) };
    const said = sayChange(since, language);
    return said.length > 0 ? said : [watchWords.asBefore[language]];
  };
  return {
    onReading: (reading) => {
      write(readingLine(reading));
      const { assessment, failures, reason } = reading;
      beforeLoss = lost.length > 0 && failures.length === 0 ? whole : undefined;
      lost = failures.map(({ target }) => target);
      if (failures.length === 0) whole = assessment;
      const at = assessment.collectedAt;
      if (reason === 'start') {
        const targets = assessment.targets.map(({ id }) => id).join(', ');
        log(at, [`${watchWords.watching[language]} ${targets} · ${watchWords.stop[language]}`]);
      }
      for (const { target, error } of failures) log(at, [`${target}: ${error.message}`]);
      const last = `${watchWords.lastReading[language]} ${at.slice(11, 19)} (${Math.round(reading.tookMs)} ms)`;
      const said =
        blind.size === 0 ? last : `${watchWords.blind[language]}: ${[...blind].join(', ')}`;
      screen.draw(failingTable(assessment, said, language, style));
    },
    onChange: (change) => {
      const lines = linesOf(change);
      log(change.reading.assessment.collectedAt, lines);
      for (const line of changeLines(change)) write(line);
      // What passes or does not apply from its first moment is no news.
      if (lines.length === 0) return;
      const all = wholeChange(change);
      if (onChange !== undefined) commands.add(all);
      if (webhook !== undefined) posts.add({ text: lines.join('\n'), change: all });
    },
    onGap: (gap) => {
      write(gapLine(gap));
      if (gap.kind === 'blind') {
        if (gap.to === null) blind.add(gap.target);
        else blind.delete(gap.target);
      }
      const text = sayGap(gap, language);
      log(new Date().toISOString(), [`${watchWords.blind[language]}: ${text}`]);
      if (webhook !== undefined) posts.add({ text, change: gapLine(gap) });
    },
    end: async () => {
      await Promise.all([commands.empty(), posts.empty()]);
    },
  };
}
