import { severities } from 'plimsoll';
import { watchEngine } from 'plimsoll/watch';

/** The lines of what is grave and new at an engine, until the signal. */
export async function sayGrave(
  target: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const grave = severities.slice(0, severities.indexOf('high') + 1);
  await watchEngine(target, {
    signal,
    onReading: ({ reason, assessment }) => {
      if (reason === 'start') say(`${assessment.summary.tally.fail} failures to begin with`);
    },
    onChange: ({ reading, difference }) => {
      const cause = reading.events.map(({ action, name }) => `${action} ${name}`).join(', ');
      for (const { control, severity, subject, after } of difference.findings) {
        if (after !== 'fail' || !grave.includes(severity)) continue;
        say(`${severity} ${control} ${subject.name} (${cause || reading.reason})`);
      }
    },
    onGap: (gap) => say(`not seen: ${JSON.stringify(gap)}`),
  });
}

const [, , target] = process.argv;
if (target !== undefined && import.meta.filename === process.argv[1]) {
  const ended = new AbortController();
  process.once('SIGINT', () => ended.abort());
  await sayGrave(target, ended.signal, (line) => console.log(line));
}
