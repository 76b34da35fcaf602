import { startedParts } from '../shell/launchers.ts';
import type { Command, Word } from './command.ts';
import type { SecretProgram } from './program-rows.ts';
import { nameOf, secretProgram } from './secret-programs.ts';

/** A program that a command starts, and its words. */
export interface Started {
  readonly name: string;
  /** What it does with secrets, where that is known. */
  readonly program: SecretProgram | undefined;
  readonly words: readonly Word[];
}

/** Words that stand before a command in a build file, in a history, in YAML and in a manual. */
const before =
  /^(?:RUN|CMD|CMD-SHELL|ENTRYPOINT|HEALTHCHECK|ONBUILD|SHELL|#\(nop\)|[-$>]|\d+|[\w-]+:|\[|[A-Za-z_]\w*\+?=.*)$/s;
const takesFlags = /^(?:RUN|HEALTHCHECK)$/;
const shell = /^(?:ba|da|z|k|a)?sh$|^cmd$|^(?:powershell|pwsh)$/;
const script = /^-[a-z]*c$|^\/c$|^-command$/i;

/** Programs that run another one in a container or on a host, in words among their own. */
const carriers =
  /^(?:docker|docker-compose|podman|nerdctl|kubectl|oc|crictl|lxc|ssh|sshpass|nsenter|find|watch|su|runuser|firejail|vagrant)$/;
const mostCarried = 3;

/** The programs of a command: those that only start another one, and that one. */
export function programsIn({ words }: Pick<Command, 'words'>): readonly Started[] {
  let programs = known.get(words);
  if (programs === undefined) known.set(words, (programs = readPrograms(words)));
  return programs;
}

/** Of a command it is asked more than once. */
const known = new WeakMap<readonly Word[], readonly Started[]>();

function readPrograms(words: readonly Word[]): readonly Started[] {
  const found: Started[] = [];
  let at = firstOf(words);
  const texts = words.slice(at).map(({ text }) => text);
  for (const part of startedParts(texts)) {
    found.push(startedAt(words.slice(0, at + part.length), at));
    at += part.length;
  }
  const last = found.at(-1);
  if (!last || !carriers.test(last.name)) return found;
  const carried = last.words.filter(
    ({ text }) => /^[\w./-]+$/.test(text) && secretProgram(nameOf(text)) !== undefined,
  );
  return [
    ...found,
    ...carried.slice(0, mostCarried).map((word) => startedAt(last.words, last.words.indexOf(word))),
  ];
}

const startedAt = (words: readonly Word[], at: number): Started => {
  const name = nameOf(words[at]?.text ?? '');
  return { name, program: secretProgram(name), words: words.slice(at + 1) };
};

/** Where the words of the command begin, behind those that only say what it is. */
function firstOf(words: readonly Word[]): number {
  let at = 0;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    if (before.test(word.text)) {
      at += 1;
      if (takesFlags.test(word.text)) while (words[at]?.text.startsWith('--') === true) at += 1;
    } else if (shell.test(nameOf(word.text))) {
      const option = words.findIndex(({ text }, place) => place > at && script.test(text));
      if (option < 0 || option > at + 6) return at;
      at = option + 1;
    } else return at;
  }
  return at;
}
