import type { PlainCheck } from '../../core/controls/check.ts';
import type { WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';

/** A user as workloads, their sessions and images have it. */
export type User = Pick<WorkloadFacts['user'], 'configured' | 'uid'>;

/** Whether a user as it is written, `user[:group]`, is root: nothing at all, the name, or any number that is zero. */
export function namesRoot(configured: string): boolean {
  const [name = ''] = configured.split(':');
  return name === '' || name === 'root' || /^[+-]?0+$/.test(name);
}

/** Whether a user is root: by its UID where that is known, otherwise by the name. */
export const isRoot = ({ configured, uid }: User): boolean =>
  uid === null ? namesRoot(configured) : uid === 0;

/**
 * Whether it starts as another user than root. A name whose number is not known is unknown: any may stand for 0.
 * Works on whatever has a user: workloads and images.
 *
 * @example
 * check: all(isNonRoot, not(isPrivileged))
 */
export const isNonRoot: PlainCheck<{ readonly user: User }> = ({ user }) => {
  const { configured, uid } = user;
  if (isRoot(user)) {
    return fail(
      configured === ''
        ? text('Starts as root: no user is set', '以 root 身份启动：未指定用户')
        : text(
            `Starts as root: its user is ${configured}`,
            `以 root 身份启动：用户为 ${configured}`,
          ),
    );
  }
  if (uid !== null) return true;
  return unknown(
    text(
      `The number of the user ${configured} is not known, and any name may stand for 0`,
      `无法解析用户 ${configured} 的数字 ID，而任何名称都可能对应 0`,
    ),
  );
};
