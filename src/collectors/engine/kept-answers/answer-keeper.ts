import { jsonText } from '../../../syntax/json/json-text.ts';
import type { KeptAnswer, KeptAnswers } from '../../../core/snapshot/answer.ts';
import { redactAnswer } from './redact-answer.ts';

/** Keeps what an engine answers, redacted as it comes and as bytes, so that nothing else of it is held. */
export interface AnswerKeeper {
  /** Takes one answer to a GET; the last one to an endpoint is kept. */
  readonly take: (request: string, answer: unknown) => void;
  /** Those that are about subjects with these ids, or about no single thing. */
  readonly keptOf: (ids: ReadonlySet<string>) => KeptAnswers;
}

/** Makes a keeper for the answers of one target. */
export function createAnswerKeeper(target: string): AnswerKeeper {
  const kept = new Map<string, KeptAnswer & { readonly dropped: ReadonlyMap<string, number> }>();
  return {
    take: (request, answer) => {
      const dropped = new Map<string, number>();
      const redacted = redactAnswer(answer, (rule) => {
        dropped.set(rule, (dropped.get(rule) ?? 0) + 1);
      });
      const endpoint = endpointOf(request);
      const bytes = Buffer.from(`${jsonText(redacted)}\n`);
      kept.set(endpoint, { target, endpoint, request, bytes, dropped });
    },
    keptOf: (ids) => {
      const answers = [...kept.values()].filter(({ endpoint }) => {
        const id = thingOf(endpoint);
        return id === undefined || ids.has(id);
      });
      const redactions: Record<string, number> = {};
      for (const { dropped } of answers) {
        for (const [rule, count] of dropped) redactions[rule] = (redactions[rule] ?? 0) + count;
      }
      return { answers: answers.map(({ dropped: _, ...answer }) => answer), redactions };
    },
  };
}

/** An endpoint as sources name it: with the query only where it decides what is listed. */
function endpointOf(request: string): string {
  const [path = '', query] = request.split('?', 2);
  const plain = decodeURIComponent(path);
  return query === 'all=true' ? `${plain}?${query}` : plain;
}

const things = /^\/(?:containers|images|networks|volumes|nodes|services|secrets|configs)\/(.+)$/s;
const lists = new Set(['/containers/json?all=true', '/images/json']);

/** The id of the one thing that an endpoint is about; `undefined` for a list and for the engine itself. */
function thingOf(endpoint: string): string | undefined {
  if (lists.has(endpoint)) return undefined;
  return things.exec(endpoint)?.[1]?.replace(/\/(?:json|changes|top|history)$/, '');
}
