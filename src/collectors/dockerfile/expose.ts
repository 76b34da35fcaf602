import { text } from '../../core/text.ts';
import { missing, sourced } from '../gathering/partial-facts.ts';
import { expand } from '../../syntax/dockerfile/expand-variables.ts';
import { splitWords } from '../../syntax/dockerfile/split-words.ts';
import type { FactList } from './stage-state.ts';
import { openAt, type Standing } from './instruction-context.ts';

/** A port or a range of ports; a protocol that is left out, or left empty, is TCP. */
const form = /^(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp)?)?$/;

const lastPort = 65_535;

/**
 * Reads one word as BuildKit does, which takes `[ip:]host:container` as well and exposes the container's side; a range
 * stays one text. `undefined` for what is no port.
 */
function portOf(word: string): string | undefined {
  const container = word.slice(word.lastIndexOf(':') + 1).toLowerCase();
  const [, first = '', last = first, protocol = 'tcp'] = form.exec(container) ?? [];
  const from = Number(first);
  const to = Number(last);
  if (first === '' || to < from || to > lastPort) return undefined;
  return from === to ? `${from}/${protocol}` : `${from}-${to}/${protocol}`;
}

/**
 * The ports that an EXPOSE names. A variable may come to several words, or to none.
 *
 * @see https://docs.docker.com/reference/dockerfile/#expose
 */
export function exposedBy({
  reading,
  stage,
  instruction,
  source,
  lookup,
}: Standing): FactList<'exposed'> {
  const { final } = stage;
  const refused = missing({
    reason: 'malformed',
    detail: text('no builder takes this for a port', '构建器不接受这样的端口'),
    source,
  });
  return splitWords(instruction.rest, reading.escape).flatMap(({ raw }) => {
    const given = expand(raw, reading.escape, lookup);
    if (given === undefined) return [sourced({ port: openAt(source), final }, source)];
    const words = given.split(/\s+/).filter((word) => word !== '');
    return words.map((word) => sourced({ port: portOf(word) ?? refused, final }, source));
  });
}
