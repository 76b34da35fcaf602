import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { accountFolders } from '../../knowledge/account-files.ts';
import { image, type ImageFacts } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';

type AccountFile = NonNullable<ImageFacts['files']['accountFiles']>[number];

/** Its owner may give himself the right to write. */
const isOpen = ({ mode, uid }: AccountFile): boolean => uid !== 0 || (mode & 0o022) !== 0;

/** A folder alone holds no account. */
const isFolder = ({ path }: AccountFile): boolean => accountFolders.includes(path);

const spell = ({ path, mode, uid, gid }: AccountFile): string =>
  `${path} (${mode.toString(8).padStart(4, '0')}, ${uid}:${gid})`;

export const imageAccountFilesProtected = defineControl({
  id: 'image-account-files-protected',
  subject: image,
  rating: ['takeover', 'remote'],
  title: {
    en: 'Nobody but root may change the image’s files of accounts',
    zh: '镜像中的账户文件仅 root 可写',
  },
  failingTitle: {
    en: 'Accounts other than root may change the image’s files of accounts',
    zh: '镜像中的账户文件可被 root 以外的账户改写',
  },
  rationale: {
    en: 'Anyone who may write /etc/passwd adds an account with the number 0 and is root in the container. A container that is started under a number alone belongs to the group of root, so that a right of that group is one of everybody’s.',
    zh: '能写 /etc/passwd 者可添加 UID 为 0 的账户，从而在容器内成为 root。仅以 UID 启动的容器进程属于 root 组，因此授予该组的权限等于授予任何人。',
  },
  remediation: {
    en: 'Give them back to root in the build: RUN chown root /etc/passwd /etc/group && chmod go-w /etc /etc/passwd /etc/group. A process that needs a name for its number gets one from nss_wrapper, or from the runtime that starts it.',
    zh: '在构建中恢复属主与权限：RUN chown root /etc/passwd /etc/group && chmod go-w /etc /etc/passwd /etc/group。进程需要与 UID 对应的用户名时，使用 nss_wrapper，或由运行时提供。',
  },
  references: [
    'https://access.redhat.com/articles/4859371',
    'https://man7.org/linux/man-pages/man5/passwd.5.html',
  ],
  applies: (i) =>
    i.files.accountFiles?.every(isFolder) !== true ||
    notApplicable(text('There are no account files', '镜像中没有账户文件')),
  check: all(
    ({ files }) =>
      files.accountFiles !== undefined ||
      unknown(
        text(
          'The release that made the snapshot did not read them: collect again',
          '生成该快照的版本未读取账户文件，请重新采集',
        ),
      ),
    noneFails(
      ({ files }) => files.accountFiles ?? [],
      (file) =>
        !isOpen(file) ||
        fail(text(`Others than root may write ${spell(file)}`, `非 root 用户可写 ${spell(file)}`)),
    ),
  ),
});
