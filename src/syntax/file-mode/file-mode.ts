/** One step of a mode: what it does to the bits that a file has. */
export interface ModeStep {
  readonly operator: '+' | '-' | '=';
  /** Whose rights it is about; `''` for everybody, less what the umask keeps back. */
  readonly who: string;
  /** Letters of `rwxXst`, one of `u`, `g` and `o` to copy from, or octal digits. */
  readonly rights: string;
}

/** A mode as chmod takes it, its steps in order. */
export type FileMode = readonly ModeStep[];

/** The bits of a mode that are asked about. */
export const modeBits = {
  setUserId: 0o4000,
  setGroupId: 0o2000,
  sticky: 0o1000,
  othersWrite: 0o002,
  execute: 0o111,
} as const;

/**
 * Whether a file by its mode gives its owner's or its group's rights to who starts it: a bit alone, on what nobody may start, does
 * not; and that for the group counts where the group may start it.
 */
export const givesRights = (mode: number): boolean =>
  ((mode & modeBits.setUserId) !== 0 && (mode & modeBits.execute) !== 0) ||
  ((mode & modeBits.setGroupId) !== 0 && (mode & 0o010) !== 0);

const octal = /^[-+=]?[0-7]+$/;
const clause = /^([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)$/;
const step = /([-+=])([^-+=]*)/g;

const allBits = 0o7777;

/**
 * Reads a mode as chmod, install, mkdir and the builders take it: octal digits of any number, or clauses with one or
 * more operators each, as `g=-w,o=rwx`.
 *
 * @returns `undefined` for what chmod refuses, and for a text that holds a variable
 * @see https://www.gnu.org/software/coreutils/manual/html_node/File-permissions.html
 */
export function parseFileMode(text: string): FileMode | undefined {
  if (octal.test(text)) {
    const [first = ''] = text;
    const digits = text.replace(/^[-+=]/, '');
    if (Number.parseInt(digits, 8) > allBits) return undefined;
    const operator = first === '+' || first === '-' ? first : '=';
    return [{ operator, who: 'a', rights: digits }];
  }
  const steps: ModeStep[] = [];
  for (const one of text.split(',')) {
    const [, who = '', behind] = clause.exec(one) ?? [];
    if (behind === undefined) return undefined;
    for (const [, operator = '', rights = ''] of behind.matchAll(step)) {
      if (operator === '+' || operator === '-' || operator === '=') {
        steps.push({ operator, who, rights });
      }
    }
  }
  return steps;
}

/** What a mode is given to. */
export interface ModeOf {
  /** The bits that it has before. */
  readonly bits: number;
  /** The bits that a step without anybody named does not give; 0o022 by default. */
  readonly umask?: number;
}

/** The bits that a file has once it is given a mode. */
export const applyFileMode = (mode: FileMode, { bits, umask = 0o022 }: ModeOf): number =>
  mode.reduce((now, each) => applyStep(each, now, umask), bits);

/** The bits of each class of user, those that lend an identity or keep files safe among them. */
const ofClass = { u: 0o4700, g: 0o2070, o: 0o1007 } as const;

function applyStep({ operator, who, rights }: ModeStep, bits: number, umask: number): number {
  if (/^[0-7]+$/.test(rights)) {
    const given = Number.parseInt(rights, 8);
    if (operator === '=') return given;
    return operator === '+' ? bits | given : bits & ~given;
  }
  const everybody = who === '' || who.includes('a');
  const classes = (['u', 'g', 'o'] as const).filter((one) => everybody || who.includes(one));
  const about = classes.reduce<number>((sum, one) => sum | ofClass[one], 0);
  const asked = spread(rights, bits) & about & (who === '' ? ~umask : allBits);
  if (operator === '+') return bits | asked;
  if (operator === '-') return bits & ~asked;
  return (bits & ~about) | asked;
}

/** The bits that rights stand for, for every class. */
function spread(rights: string, bits: number): number {
  if (/^[ugo]$/.test(rights)) {
    const shift = rights === 'u' ? 6 : rights === 'g' ? 3 : 0;
    return ((bits >> shift) & 0o7) * 0o111;
  }
  let all = 0;
  if (rights.includes('r')) all |= 0o444;
  if (rights.includes('w')) all |= 0o222;
  // What nobody may start, `X` gives nobody the right to start.
  if (rights.includes('x') || (rights.includes('X') && (bits & modeBits.execute) !== 0)) {
    all |= 0o111;
  }
  if (rights.includes('s')) all |= modeBits.setUserId | modeBits.setGroupId;
  if (rights.includes('t')) all |= modeBits.sticky;
  return all;
}
