import { defineControl } from '../../core/controls/control.ts';
import { namesRoot } from '../blocks/users.ts';
import { dockerfile, type DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail, failureAmong, unknown, type Verdict } from '../../core/controls/verdict.ts';
import { accountChanges } from '../../build-analysis/accounts/account-changes.ts';
import { hasUserIn, startsUnprivileged } from '../../knowledge/base-users.ts';
import { accountsOf, accountStep } from '../blocks/dockerfile/account-steps.ts';
import { failOn, failOnRun, quoting, spell } from '../blocks/dockerfile/fail-on-line.ts';
import { understoodInImage } from '../blocks/dockerfile/image-steps.ts';
import { valuesOf } from '../blocks/dockerfile/variable-values.ts';

/** The account of Windows containers that may do everything; names have no case there. */
const administrator = /^ContainerAdministrator$/i;

/** A base whose name says that it sets a user: anyone may give an image such a name. */
const unprivileged = /[-/:](?:nonroot|non-root|rootless|unprivileged)(?:$|[-:@])/;

/** Whether a name stands for another number than 0, unless a step of the file gave it that. */
function isNoOtherRoot(name: string, d: DockerfileFacts): boolean | Verdict {
  const changes = accountsOf(d).changes(name, ({ final, trigger }) => final && !trigger);
  const last = changes.findLast(({ said }) => said.numberZero !== undefined);
  if (last === undefined || last.said.numberZero === false) return understoodInImage(d);
  const { by } = last;
  if (last.said.numberZero === 'open') {
    const words = 'run' in by ? by.run.script : spell(by.copy);
    return unknown(
      quoting(
        text(
          `The number that this gives its user ${name} is not known`,
          `无法得知此处赋予用户 ${name} 的编号`,
        ),
        words,
      ),
    );
  }
  const what = text(`User ${name} has the UID of root`, `其用户 ${name} 的编号与 root 相同`);
  if ('copy' in by) {
    return failureAmong('/copies', d.copies, [by.copy], failOn(what, spell(by.copy)));
  }
  const step = accountStep(by.run, valuesOf(d));
  const failure = failOnRun(
    what,
    by.run.script,
    (command) => accountChanges({ ...step, script: command }, name).numberZero === true,
  );
  return failureAmong('/runs', d.runs, [by.run], failure);
}

/** Whether it ends as another user than root, by its own instructions. */
function endsAsOther(d: DockerfileFacts): boolean | Verdict {
  if (d.user === null) {
    const base = d.images.find(({ final, use }) => final && use === 'base')?.reference;
    if (base !== undefined && startsUnprivileged(base)) return true;
    if (base !== undefined && unprivileged.test(base)) {
      return unknown(
        text(`Only the base image defines its user: ${base}`, `其用户仅由基础镜像决定：${base}`),
      );
    }
    return fail(text('No stage of it sets a user', '没有任何阶段设置用户'));
  }
  if (administrator.test(d.user)) {
    return fail(text(`User ${d.user} may do everything`, `其用户 ${d.user} 拥有全部权限`));
  }
  if (namesRoot(d.user)) {
    return fail(text(`User ${d.user} is root`, `其用户 ${d.user} 即为 root`));
  }
  const [name = ''] = d.user.split(':');
  return /^\d+$/.test(name) || isNoOtherRoot(name, d);
}

/** Whether it ends as a user that its base has in a variable, and that is known not to be root. */
function isUserOfBase({ images }: DockerfileFacts, spelled: string): true | Verdict {
  const [name = ''] = spelled.split(':');
  const bases = images.filter(({ final, use }) => final && use === 'base');
  return (
    (bases.length > 0 && bases.every(({ reference }) => hasUserIn(reference, name))) ||
    unknown(text(`Only the base image defines who ${name} is`, `${name} 的取值仅由基础镜像决定`))
  );
}

export const dockerfileNonRootUser = defineControl({
  id: 'dockerfile-non-root-user',
  subject: dockerfile,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The build file ends as a user other than root',
    zh: 'Dockerfile 最终以非 root 用户运行',
  },
  failingTitle: {
    en: 'The build file ends as root',
    zh: 'Dockerfile 最终以 root 身份运行',
  },
  rationale: {
    en: 'What the last USER says holds wherever the image is started without more words. Where none is set, that of the base counts, which is root unless somebody looked.',
    zh: '未另行指定时，容器以最后一条 USER 的用户启动；没有 USER 则沿用基础镜像的用户，通常即 root。',
  },
  remediation: {
    en: 'End the last stage with a numeric user: RUN adduser -D -u 10001 app, then USER 10001:10001.',
    zh: '在最后一个阶段末尾以数字指定用户：先 RUN adduser -D -u 10001 app，再写 USER 10001:10001。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#user'],
  check: (d) => (d.userSpelled === undefined ? endsAsOther(d) : isUserOfBase(d, d.userSpelled)),
});
