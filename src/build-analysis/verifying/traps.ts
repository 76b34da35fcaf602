import type { ShellCommand } from '../../syntax/shell/shell-command.ts';

/** What a trap is set for that runs where the shell ends, or as it goes on. */
const always = /^(?:SIG)?(?:EXIT|ERR|DEBUG|RETURN)$|^0$/i;

/** What may end a shell with a status of its own. */
const ends = /(?:^|[\s;&|({])(?:exit|exec|kill|return)(?=$|[\s;&|)}])/;

/** What ends it with the status that it has, or as a failure. */
const keeps = /\b(?:exit|return)\s+[1-9]\d*\b|\b(?:exit|return)\s*(?=$|[;}])|^\s*exit\s+"?\$\?"?/g;

/** A status that is kept first, and is given back. */
const keptFirst = /^\s*(\w+)="?\$\?"?\s*(?:;|$)/;

const mayChange = (action: string): boolean => {
  const kept = keptFirst.exec(action)?.[1];
  const back =
    kept === undefined
      ? action
      : action.replaceAll(new RegExp(`exit\\s+"?\\$\\{?${kept}\\b`, 'g'), '');
  return /^\s*\$/.test(action) || ends.test(back.replaceAll(keeps, ''));
};

/** Whether a trap of a script may have it end as if nothing had failed. */
export function trapsChangeStatus(commands: readonly ShellCommand[]): boolean {
  return commands.some(({ words: [program, ...rest] }) => {
    const [action = '', ...signals] = rest.filter((word) => word !== '--');
    if (
      program !== 'trap' ||
      !signals.some((signal) => always.test(signal) || signal.includes('$'))
    ) {
      return false;
    }
    const names = new Set(action.split(/[^\w-]+/));
    const called = commands.filter(
      ({ inFunction }) => inFunction !== undefined && names.has(inFunction),
    );
    const inside = called
      .map(({ words, assignments }) => [...assignments, ...words].join(' '))
      .join('; ');
    return mayChange(action) || mayChange(inside);
  });
}
