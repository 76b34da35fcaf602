import { z } from 'zod';
import type { CheckContext } from '../../../core/controls/check.ts';
import { composeProject } from '../../../core/subjects/compose-project.ts';
import { volume } from '../../../core/subjects/volume.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text } from '../../../core/text.ts';
import type { Verdict } from '../../../core/controls/verdict.ts';
import type { Pair } from './pair.ts';
import { compareLists } from './part.ts';

type Mount = WorkloadFacts['mounts'][number];

/** The parameters of the control over mounts. */
export const mountParams = z.object({
  ignore: z.array(z.string()).default([]).meta({
    en: 'Places in the container that are not compared. None by default: what somebody mounted on purpose belongs into the file.',
    zh: '不参与比对的容器内挂载点。默认全部比对：有意的挂载应写入文件。',
  }),
  deployedFrom: z.string().default('').meta({
    en: 'The folder of the project on the host of the engine, where that is another than the folder that was scanned: relative paths of the file start from it. Empty means the same folder.',
    zh: '项目在引擎宿主机上的目录（文件中的相对路径以此为起点），仅在与扫描所用目录不同时填写。默认为空，即目录相同。',
  }),
});

type Params = z.output<typeof mountParams>;

/** A name that an engine makes up for a volume. */
const anonymous = /^[0-9a-f]{64}$/;

/** Where a path of the file lies on the engine's host. */
function onHost(path: string, pair: Pair, ctx: CheckContext<Params>): string {
  const { deployedFrom } = ctx.params;
  const project = pair.intended.compose?.project;
  if (deployedFrom === '' || project === undefined) return path;
  const folder = ctx.declared(composeProject, project)[0]?.folder;
  const inside = folder !== undefined && (path === folder || path.startsWith(`${folder}/`));
  return inside ? `${deployedFrom.replace(/\/$/, '')}${path.slice(folder.length)}` : path;
}

/** What of a mount is compared, as far as the two sides can say it alike. */
function inWords(mount: Mount, source: string): string {
  const { type, target, readOnly, propagation, sizeBytes, sizeShare } = mount;
  const spread = propagation === '' || propagation === 'rprivate' ? '' : `, ${propagation}`;
  const size = sizeBytes ? `, ${sizeBytes} bytes` : sizeShare ? `, ${sizeShare} %` : '';
  const from = type === 'tmpfs' ? 'tmpfs' : source || 'volume';
  return `${from} → ${target}${readOnly ? ' (ro' : ' (rw'}${spread}${size})`;
}

/** A volume without a name in the file has one that the engine made up, and so does one that the image asks for. */
function isOwnAnonymous(mount: Mount, ctx: CheckContext<Params>): boolean {
  if (mount.type !== 'volume' || !anonymous.test(mount.source)) return false;
  // Somebody may as well have named the volume of another container.
  return (ctx.find(volume, mount.source)?.usedBy.length ?? 0) <= 1;
}

/** Holds everything that is mounted to what the file mounts, place by place. */
export function mountsAgree(pair: Pair, ctx: CheckContext<Params>): true | Verdict {
  const { running, intended } = pair;
  const compared = ({ target }: Mount): boolean => !ctx.params.ignore.includes(target);
  const is = running.mounts.filter(compared);
  const should = intended.mounts
    .filter(compared)
    // A Swarm hands over what it stores without a mount.
    .filter(({ stored }) => running.origin === 'container' || stored !== true);
  const [more, missing]: [string[], string[]] = [[], []];
  for (const mount of is) {
    const wanted = should.find(({ target }) => target === mount.target);
    const shown = inWords(mount, mount.source);
    if (!wanted) {
      if (!isOwnAnonymous(mount, ctx)) more.push(shown);
      continue;
    }
    const unnamed = wanted.type === 'volume' && wanted.source === '' && isOwnAnonymous(mount, ctx);
    const source = unnamed ? mount.source : onHost(wanted.source, pair, ctx);
    if (mount.type === wanted.type && shown === inWords(wanted, source)) continue;
    more.push(shown);
    missing.push(inWords(wanted, source));
  }
  for (const wanted of should) {
    if (!is.some(({ target }) => target === wanted.target)) {
      missing.push(inWords(wanted, onHost(wanted.source, pair, ctx)));
    }
  }
  return compareLists(text('mounts', '挂载'), more, missing);
}
