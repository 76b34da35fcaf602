import type { Check, CheckContext } from '../../core/check.ts';
import { defineControl } from '../../core/control.ts';
import { composeProject } from '../../core/subjects/compose-project.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, type Verdict } from '../../core/verdict.ts';
import { isOneOff } from '../drift/pair.ts';

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
    const services = members.filter(({ origin }) => origin === 'swarm-service');
    const containers = members.filter((w) => w.origin === 'container' && !isOneOff(w));
    const other = services.find((each) => each.replicas !== replicas);
    if (other) return copies(other.replicas ?? 1, wanted);
    if (services.length > 0 && containers.length === 0) continue;
    if (containers.length === 0 && wanted > 0) {
      const count = engine?.counts.containers ?? 0;
      return fail(
        text(
          `No container of it is among the ${count} on the engine; intended: ${wanted}`,
          `引擎上的 ${count} 个容器中没有属于它的，预期为 ${wanted} 个`,
        ),
      );
    }
    if (containers.length !== wanted) return copies(containers.length, wanted);
  }
  return true;
}

const copies = (found: number, wanted: number): Verdict =>
  fail(text(`Copies: ${found}, intended: ${wanted}`, `副本数为 ${found}，预期为 ${wanted}`));

/** Says whether what claims to be of a project is one of its services. */
function judgeMember({ project, service }: Compose, ctx: CheckContext): true | Verdict {
  const known = ctx
    .declared(composeProject, project)
    .some(({ services }) => services.some(({ name }) => name === service));
  return (
    known ||
    fail(
      text(
        `The file of the project ${project} has no service ${service}`,
        `项目 ${project} 的文件中没有服务 ${service}`,
      ),
    )
  );
}

const applies: Check<WorkloadFacts> = ({ origin, compose }, ctx) => {
  if (compose === null) {
    return notApplicable(
      text('Neither Compose nor a stack made it', '并非由 Compose 或应用栈创建'),
    );
  }
  const { project } = compose;
  if (origin === 'compose-service') {
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
  severity: 'medium',
  title: {
    en: 'Each service of a Compose file runs in as many copies as it says, and nothing else is in its project',
    zh: 'Compose 文件中的服务均按所写副本数部署，项目中没有其他容器',
  },
  rationale: {
    en: 'A service that is not there protects nothing and logs nothing. A container that is left from an earlier file, or was put beside the others, shares their networks and is in nobody’s view.',
    zh: '未部署的服务起不到任何防护或记录作用；旧文件遗留或额外放入的容器与项目共用网络，却无人关注。',
  },
  remediation: {
    en: 'Bring the project to its file: docker compose up -d --remove-orphans. Whoever may create containers may write these labels: look at what made a container that no file knows.',
    zh: '使项目与文件一致：docker compose up -d --remove-orphans。凡能创建容器者均可写入这些标签，对文件未列的容器应查明来源。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/reference/compose-file/deploy/#replicas',
  ],
  applies,
  check: (w, ctx) => {
    const { origin, compose } = w;
    if (compose === null) return true;
    return origin === 'compose-service' ? judgeService(w, compose, ctx) : judgeMember(compose, ctx);
  },
});
