import { all, noneFails, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { becomesSecretFile, isSecretFile } from '../../knowledge/secret-files.ts';
import { dockerfile, type DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { copiesInImage } from '../blocks/dockerfile/image-steps.ts';
import { keptSecrets } from '../../build-analysis/files/kept-secrets.ts';
import { scriptOf } from '../blocks/dockerfile/run-script.ts';
import { anywhere, isBelow, takenFrom } from '../blocks/dockerfile/taken-paths.ts';
import { failOn, spell } from '../blocks/dockerfile/fail-on-line.ts';

/** The steps that are handed a secret, with the places of theirs that the image has. */
function secretRuns(d: DockerfileFacts) {
  const taken = takenFrom(d, 'files');
  return d.runs.map((run) => ({ run, places: run.trigger ? ['/'] : (taken[run.stage] ?? []) }));
}

const copied = text('Copies a file that holds a secret', '复制了存放敏感凭据的文件');

export const dockerfileNoSecretFiles = defineControl({
  id: 'dockerfile-no-secret-files',
  subject: dockerfile,
  rating: ['breach', 'one step'],
  title: {
    en: 'No file that holds secrets is copied into the image',
    zh: '未把存放敏感凭据的文件复制进镜像',
  },
  failingTitle: {
    en: 'A file that holds secrets is copied into the image',
    zh: '把存放敏感凭据的文件复制进了镜像',
  },
  rationale: {
    en: 'A key that is copied in stays in its layer, though a later step deletes it.',
    zh: '复制进来的密钥会留在该层中，即使后续步骤删除也能取回。',
  },
  remediation: {
    en: 'Take it out of COPY and hand it over with RUN --mount=type=secret, or at run time.',
    zh: '从 COPY 中移除，改用 RUN --mount=type=secret 或在运行时提供。',
  },
  references: ['https://docs.docker.com/build/building/secrets/'],
  check: all(
    noneFails(secretRuns, ({ run, places }) => {
      const given = run.mounts.flatMap(({ type, target, env }) =>
        type === 'secret' ? { path: target || '/run/secrets', variable: env } : [],
      );
      if (given.length === 0) return true;
      const left = keptSecrets(scriptOf(run), run.folder ?? null, given).find(({ path }) =>
        places.some((place) => place === '/' || place === anywhere || isBelow(path, place)),
      );
      return (
        left === undefined ||
        failOn(
          text(`Leaves a secret in ${left.path}`, `把敏感凭据留在 ${left.path}`),
          left.command.words.join(' '),
        )
      );
    }),
    noneFails(
      (d) => copiesInImage(d, 'files').filter(({ copy }) => copy.from === null),
      all(
        orElse(
          ({ copy, sources }) => !sources().some(isSecretFile) || failOn(copied, spell(copy)),
          // What is copied fails, though a variable leaves open where to.
          ({ copy: { instruction }, sources }) =>
            failOn(copied, `${instruction} ${sources().join(' ')}`),
        ),
        orElse(
          ({ copy, sources }) =>
            !sources().some((source) => becomesSecretFile(source, copy.destination)) ||
            failOn(copied, spell(copy)),
          // What has the name of a secret is one, whatever it is called where it comes from.
          ({ copy: { instruction, destination } }) =>
            !isSecretFile(destination) || failOn(copied, `${instruction} … ${destination}`),
        ),
      ),
    ),
  ),
});
