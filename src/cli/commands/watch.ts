import { Command, InvalidArgumentError } from 'commander';
import { type Assessment, text } from '../../index.ts';
import { namedTargets } from '../scanning/collect-targets.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { holdToLedger } from '../ledger/ledger-options.ts';
import { keepInLedger } from '../ledger/keep-in-ledger.ts';
import { tryLedger } from '../ledger/try-ledger.ts';
import { languageOf } from '../options/languages.ts';
import { addOptions, scopeIn, scopeOptions, type SharedOptions } from '../options/options.ts';
import { addRules } from '../options/option-rules.ts';
import { expectToStay } from '../terminal/expect-short-run.ts';
import { createMetrics, serveMetrics } from '../watching/serve-metrics.ts';
import { createTeller } from '../watching/tell-watch.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

interface Options extends SharedOptions {
  readonly interval?: number;
  readonly onChange?: string;
  readonly webhook?: string;
  readonly metrics?: string;
}

/** `plimsoll watch [TARGET…]` */
export function watchCommand(source: ConfigSource): Command {
  const command = new Command('watch')
    .argument(
      '[targets...]',
      'engines, and what else is read at each interval (default: the local engine and this host)',
    )
    .option('--interval <seconds>', 'seconds between readings of everything (default: 60)', seconds)
    .option('--on-change <command>', 'run this with each change as JSON on its stdin')
    .option(
      '--webhook <url>',
      'post each change here, as Slack takes it; signed where PLIMSOLL_WEBHOOK_SECRET is set',
      url,
    )
    .option('--metrics <address>', 'serve metrics for Prometheus at HOST:PORT/metrics');
  addRules(command, [{ option: '--quiet', not: '--json' }]);
  addOptions(command, [
    'framework',
    ...scopeOptions,
    'ledger',
    'json',
    'quiet',
    'language',
  ]).addHelpText(
    'after',
    `
Examples:
  plimsoll watch                                       the local engine; the host is read at each interval
  plimsoll watch --framework pci-dss-4.0.1             and the requirements that a change breaks
  plimsoll watch --json | jq 'select(.kind == "change" and .after == "fail")'
  plimsoll watch --on-change 'jq -r .findings[].control | sort -u | wall'
  PLIMSOLL_WEBHOOK_SECRET=… plimsoll watch --quiet --webhook https://hooks.example.com/plimsoll
  plimsoll watch --metrics 127.0.0.1:9327 --ledger plimsoll.db

It only reads. Engines report most changes at once; what they do not report (files, processes, the host) is found at the
next interval. A time in which an engine reported nothing is said, and everything is read again after it.
Exit codes: 0 when it is ended with Ctrl-C or SIGTERM; 2 when it cannot begin.`,
  );
  return command.action(async (targets: string[], options: Options) => {
    expectToStay();
    const config = await source.load(options);
    const language = languageOf(options, config);
    holdToLedger(options, config);
    await tryLedger(options, config);
    const named = namedTargets(targets, config);
    const { watchEngine } = await import('../../watch.ts');
    const metrics = createMetrics();
    const server =
      options.metrics === undefined ? undefined : await serveMetrics(options.metrics, metrics);
    const teller = createTeller({ ...options, language });
    const keep = (assessment: Assessment): Promise<void> =>
      keepInLedger(assessment, { ...options, quiet: true }, config);
    const ended = new AbortController();
    const end = (): void => ended.abort();
    process.once('SIGINT', end).once('SIGTERM', end);
    try {
      await watchEngine(named.length > 0 ? named : undefined, {
        config,
        ...(options.framework ? { frameworks: options.framework } : {}),
        scope: scopeIn(options),
        ...(options.interval === undefined ? {} : { interval: options.interval }),
        signal: ended.signal,
        onReading: async (reading) => {
          metrics.onReading(reading);
          teller.onReading(reading);
          if (reading.reason === 'start') await keep(reading.assessment);
        },
        onChange: async (change) => {
          teller.onChange(change);
          await keep(change.reading.assessment);
        },
        onGap: (gap) => {
          metrics.onGap(gap);
          teller.onGap(gap);
        },
      });
    } finally {
      process.off('SIGINT', end).off('SIGTERM', end);
      server?.close();
      server?.closeAllConnections();
    }
    await teller.end();
  });
}

function seconds(value: string): number {
  const parsed = Number(value);
  if (Number.isFinite(parsed) && parsed >= 1 && parsed <= 86_400) return parsed;
  throw new InvalidArgumentError(
    inSpoken(text('Give a number of seconds from 1 to 86400.', '请给出 1 到 86400 的秒数。')),
  );
}

function url(value: string): string {
  if (/^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : '')) return value;
  throw new InvalidArgumentError(
    inSpoken(
      text(
        'Give an address that begins with https:// or http://.',
        '请给出以 https:// 或 http:// 开头的地址。',
      ),
    ),
  );
}
