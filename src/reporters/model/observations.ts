import { gapReasons } from '../../core/facts/gap.ts';
import type { Observation } from '../../core/recording/observation.ts';
import type { Source } from '../../core/facts/source.ts';
import type { Text } from '../../core/text.ts';
import type { ObservationLine } from './entries/finding.ts';
import type { Voice } from './voice.ts';

/** Writes an observation as one line of evidence. */
export function describeObservation(observation: Observation, voice: Voice): ObservationLine {
  const { path, value, source, subject, gap, detail } = observation;
  const where = path === '' ? voice.say('value.whole') : voice.value(path);
  const other = subject && {
    kind: voice.kind(subject.kind),
    name: subject.name === '*' ? voice.say('finding.all') : voice.name(subject.name),
  };
  const missing = gap === undefined ? undefined : describeGap(gap, detail, voice);
  return {
    path: other ? `${where} ${voice.say('finding.of-subject', other)}` : where,
    value:
      missing === undefined
        ? describeValue(value, voice)
        : voice.say('value.not-read', { why: missing }),
    source: source ? describeSource(source, voice) : voice.say('value.no-source'),
    ...(source ? { way: wayOf(source) } : {}),
    gap: gap !== undefined,
    ...(missing === undefined ? {} : { missing }),
  };
}

/** The kernel speaks through files of its own. */
const wayOf = (source: Source): NonNullable<ObservationLine['way']> =>
  source.kind === 'file' && /^\/(proc|sys)\//.test(source.path) ? 'kernel' : source.kind;

/** Writes why a fact could not be read: the reason in the report's language, what came back as it came. */
function describeGap(gap: string, said: Text | undefined, voice: Voice): string {
  const reason = gapReasons.find((each) => gap.startsWith(`${each}: `));
  if (reason === undefined) return voice.value(gap);
  const detail = said ? voice.text(said) : voice.value(gap.slice(reason.length + 2));
  return voice.say('value.gap', { reason: voice.say(`reason.${reason}`), detail });
}

/** Long ids are shown by their beginning, as docker does; the finding has its subject's in full. */
export const shorten = (address: string): string =>
  address.replaceAll(/[0-9a-f]{32,}/g, (id) => `${id.slice(0, 12)}…`);

/** Writes a source as a person would look it up. */
export function describeSource(source: Source, voice: Voice): string {
  switch (source.kind) {
    case 'api': {
      const endpoint = shorten(source.endpoint);
      const asked = endpoint.startsWith('/') ? `GET ${endpoint}` : endpoint;
      return voice.value(source.pointer === '' ? asked : `${asked} → ${source.pointer}`);
    }
    case 'file': {
      const { path, line, column } = source;
      const at = [shorten(path), line, column].filter((part) => part !== undefined);
      return voice.value(at.join(':'));
    }
    case 'command':
      return voice.value(`$ ${source.command}`);
    case 'probe':
      return voice.say('value.probe', {
        what: voice.value(source.what),
        address: voice.value(source.address),
      });
  }
}

/** Writes a value as JSON would, but for nothing, lists and what is only counted. */
function describeValue(value: unknown, voice: Voice): string {
  if (value === null || value === undefined) return voice.say('value.nothing');
  if (typeof value === 'string') return `"${voice.value(value)}"`;
  if (Array.isArray(value)) return listOf(value, voice) || '[]';
  if (typeof value === 'object') {
    const count: unknown = Reflect.get(value, 'count');
    const first: unknown = Reflect.get(value, 'first');
    if (typeof count === 'number' && Array.isArray(first)) {
      return voice.say('value.items-shown', { items: listOf(first, voice), count });
    }
    if (typeof count === 'number') return voice.say('value.items', { count });
  }
  return voice.value(JSON.stringify(value));
}

const listOf = (items: readonly unknown[], voice: Voice): string =>
  items.map((item) => describeValue(item, voice)).join(', ');
