import type { RawHistory, RawImage } from './raw-image.ts';

const instructions =
  'ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR';

/** BuildKit writes the instruction itself; the older builder hides it in a comment of a shell. */
const named = new RegExp(`^(?:.*#\\(nop\\) +)?(${instructions})(?:\\s|$)`, 's');

/** How the older builder writes RUN: the shell, with the build's arguments before it. */
const shell = /^(?:\|\d+ .*)?(?:\/bin\/(?:ba|a|z)?sh|cmd|powershell)\b/s;

/** The Dockerfile instruction behind an entry of the history; `''` when it is not known. */
export function instructionOf(createdBy: string): string {
  return named.exec(createdBy)?.[1] ?? (shell.test(createdBy) ? 'RUN' : '');
}

/**
 * Whether an image's last layer was made from a container by `docker commit`. Commit writes the
 * container's command where a build writes an instruction, and keeps the container's host name and the
 * name of its image, where a build keeps an id or nothing; an import has no history before it.
 *
 * @param history newest first
 * @param tells whether the engine sends what commit leaves behind, so that its absence means something:
 * API 1.50 and later does not, and Podman never did
 * @returns `undefined` when it is not known
 */
export function wasCommitted(
  image: RawImage,
  history: RawHistory,
  tells: boolean,
): boolean | undefined {
  const { Hostname, Image, Cmd = [] } = image.Config ?? {};
  const { CreatedBy = '', Comment = '' } = history[0] ?? {};
  const parentByName = Boolean(Image) && !/^(?:sha256:)?[0-9a-f]{64}$/.test(Image ?? '');
  if (parentByName && Hostname) return true;
  if (CreatedBy !== '' && CreatedBy === Cmd.join(' ')) return true;
  if (named.test(CreatedBy)) return false;
  const imported = CreatedBy === '' || Comment.startsWith('Imported from ');
  if (imported && history.length <= 1) return false;
  if (!tells || Hostname === undefined || Image === undefined) return undefined;
  // A build upon a committed image keeps that one's host name, and RUN looks like a container's shell.
  if (Hostname !== '') return shell.test(CreatedBy) ? undefined : true;
  return parentByName;
}
