import type { Subject } from '../facts/subject.ts';

/** What a subject is of a Compose project: its name in the file, `''` for the project itself. */
export interface Membership {
  readonly project: string;
  readonly name: string;
}

/** Whether a gap covers a fact. */
const isUnread = ({ gaps }: Subject, key: string): boolean =>
  gaps.some(({ path }) => path === '' || path === `/${key}` || path.startsWith(`/${key}/`));

const textAt = (facts: unknown, key: string): string | undefined => {
  const value: unknown =
    typeof facts === 'object' && facts !== null ? Reflect.get(facts, key) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** Says which Compose project a subject belongs to; `null` for none, `undefined` where it could not be read. */
export function membershipOf(subject: Subject): Membership | null | undefined {
  const { kind, facts } = subject;
  if (kind === 'compose-project') {
    const project = textAt(facts, 'name');
    return project === undefined ? undefined : { project, name: '' };
  }
  const { compose } = facts;
  if (compose === undefined || compose === null) {
    return isUnread(subject, 'compose') ? undefined : null;
  }
  const project = textAt(compose, 'project');
  const name = textAt(compose, 'service') ?? textAt(compose, 'name');
  return project === undefined || name === undefined ? undefined : { project, name };
}
