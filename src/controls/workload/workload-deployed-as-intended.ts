import type { Check, CheckContext } from '../../core/controls/check.ts';
import { defineControl } from '../../core/controls/control.ts';
import { composeProject } from '../../core/subjects/compose-project.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, type Verdict } from '../../core/controls/verdict.ts';
import { engineOf, isOneOff, type Pair } from '../blocks/drift/pair.ts';

type Compose = NonNullable<WorkloadFacts['compose']>;

/** Says whether a service has as many containers as its file asks for, on each engine that has its project. */
function judgeService({ replicas }: WorkloadFacts, of: Compose, ctx: CheckContext): true | Verdict {
  const { project, service } = of;
  const all = ctx.deployed(workload, project) ?? [];
  const inUse = all.some(({ members }) => members.length > 0);
  const mine = ctx.deployed(workload, project, service) ?? [];
  const judged = mine.filter((_, at) => !inUse || (all[at]?.members.length ?? 0) > 0);
  const wanted = replicas ?? 1;
  for (const { engine, members } of judged) {
    // What a service of a Swarm has is reported by the service itself.
    if (members.some(({ origin }) => origin === 'swarm-service')) continue;
    const found = members.filter(isCopy).length;
    if (found >= wanted) continue;
    if (found > 0) return copies(found, wanted);
    if (!inUse) {
      return fail(
        text(
          `Nothing of the project ${project} is on the engine`,
          `引擎上没有项目 ${project} 的任何容器`,
        ),
      );
    }
    const count = engine?.counts.containers ?? 0;
    return fail(
      text(
        `No container of it is among the ${count} on the engine; intended: ${wanted}`,
        `引擎上的 ${count} 个容器中没有属于它的，预期为 ${wanted} 个`,
      ),
    );
  }
  return true;
}

const isCopy = (w: WorkloadFacts): boolean => w.origin === 'container' && !isOneOff(w);

const copies = (found: number, wanted: number): Verdict =>
  fail(text(`Copies: ${found}, intended: ${wanted}`, `副本数为 ${found}，预期为 ${wanted}`));

/** Says whether what claims to be of a project is one of its services, and is not one copy too many. */
function judgeMember(w: WorkloadFacts, of: Compose, ctx: CheckContext): true | Verdict {
  const { project, service } = of;
  const known = ctx
    .declared(composeProject, project)
    .some(({ services }) => services.some(({ name }) => name === service));
  if (!known) {
    return fail(
      text(
        `The file of the project ${project} has no service ${service}`,
        `项目 ${project} 的文件中没有服务 ${service}`,
      ),
    );
  }
  const verdicts = ctx
    .declared(workload, project, service)
    .map((intended) => judgeCopy({ running: w, intended }, of, ctx));
  return verdicts.length === 0 || verdicts.includes(true) || (verdicts[0] ?? true);
}

/**
 * Of more copies than are intended, those are too many that do not run the image of the file, and then those that were
 * made last: a stranger with the labels of a service is never reported in place of the containers that were there
 * before.
 */
function judgeCopy({ running, intended }: Pair, of: Compose, ctx: CheckContext): true | Verdict {
  const wanted = intended.replicas ?? 1;
  if (running.origin === 'swarm-service') {
    return running.replicas === intended.replicas || copies(running.replicas ?? 1, wanted);
  }
  if (!isCopy(running)) return true;
  const own = engineOf(ctx);
  const here = ctx.deployed(workload, of.project, of.service)?.find(({ engine }) => engine === own);
  const all = here?.members.filter(isCopy) ?? [];
  if (all.length <= wanted) return true;
  const place = (w: WorkloadFacts): string =>
    `${w.image.reference === intended.image.reference ? 0 : 1} ${w.createdAt ?? ''}`;
  const before = all.filter((w) => place(w) < place(running)).length;
  return before < wanted || copies(all.length, wanted);
}

const applies: Check<WorkloadFacts> = ({ origin, compose }, ctx) => {
  if (compose === null) {
    return notApplicable(
      text('Neither Compose nor a stack made it', '并非由 Compose 或应用栈创建'),
    );
  }
  const { project, service } = compose;
  if (origin === 'compose-service') {
    const [declared] = ctx.declared(composeProject, project);
    if (declared?.services.some(({ name, on }) => name === service && !on) === true) {
      return notApplicable(
        text('Only a profile that is off starts it', '仅由未启用的 profile 启动'),
      );
    }
    return (
      ctx.deployed(workload, project) !== undefined ||
      notApplicable(
        text('No engine is among the targets to look for it', '目标中没有可供查找的容器引擎'),
      )
    );
  }
  return (
    ctx.declared(composeProject, project).length > 0 ||
    notApplicable(
      text(
        `No Compose file of its project ${project} is among the targets`,
        `目标中没有其所属项目 ${project} 的 Compose 文件`,
      ),
    )
  );
};

export const workloadDeployedAsIntended = defineControl({
  id: 'workload-deployed-as-intended',
  subject: workload,
  // A container that no file knows must be there, and be hostile.
  rating: ['breach', 'remote'],
  title: {
    en: 'Each service of a Compose file runs in as many copies as it says, and nothing else is in its project',
    zh: 'Compose 文件中的服务均按所写副本数部署，项目中没有其他容器',
  },
  failingTitle: {
    en: 'A Compose project does not run the containers that its file says',
    zh: 'Compose 项目中的容器与其文件所写不一致',
  },
  rationale: {
    en: 'A service that is not there protects nothing and logs nothing. A container that is left from an earlier file, or was put beside the others, shares their networks and is in nobody’s view.',
    zh: '未部署的服务起不到任何防护或记录作用；旧文件遗留或额外放入的容器与项目共用网络，却无人关注。',
  },
  remediation: {
    en: 'Bring the project to its file: docker compose up -d --remove-orphans. Where it was deployed under another name, scan with --project-name NAME. Anyone who may create containers may write these labels: look at what made a container that no file knows.',
    zh: '使项目与文件一致：docker compose up -d --remove-orphans。若以其他项目名部署，扫描时加 --project-name 名称。凡能创建容器者均可写入这些标签，对文件未列的容器应查明来源。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/reference/compose-file/deploy/#replicas',
  ],
  applies,
  check: (w, ctx) => {
    const { origin, compose } = w;
    if (compose === null) return true;
    return origin === 'compose-service'
      ? judgeService(w, compose, ctx)
      : judgeMember(w, compose, ctx);
  },
});
