import { text, type Text } from '../../core/text.ts';
import type { SyntaxProblem } from '../../syntax/problem.ts';
import { invalidAt } from '../../syntax/compose/tree/invalid-at.ts';
import { isDefined, type Part } from './facts/resource-names.ts';
import { differ } from './facts/resources.ts';
import { aMap, isNothing, wrong } from '../../syntax/compose/forms/form.ts';
import type { Project } from './loading/load-project.ts';
import {
  entriesOf,
  fieldOf,
  itemsOf,
  textOf,
  type MapNode,
  type Node,
  type Place,
} from '../../syntax/compose/tree/nodes.ts';

/** Takes what is wrong at a place. */
type Report = (place: Place, what: Text) => void;

/**
 * Holds a project to what Compose asks beyond the form of each field: whatever a service names is there.
 *
 * @returns all for which Compose would refuse it, with file, line and column
 * @throws SyntaxProblem for a service that holds nothing
 */
export function faultsIn(project: Project): readonly SyntaxProblem[] {
  const faults: SyntaxProblem[] = [];
  const report: Report = (place, what) => {
    faults.push(invalidAt(place, what));
  };
  const all = entriesOf(fieldOf(project.whole, 'services'));
  for (const [name, { value }] of all) {
    // It may say nothing only where another file says something.
    if (isNothing(value)) throw wrong(value, `services.${name}`, aMap);
  }
  // Compose refuses them whether they are on or not, before it looks at what they name.
  for (const [, { value }] of all) addRefused(value, faults);
  for (const [name, { key, value }] of project.services) {
    // A part of it that is not here may name the one or the other.
    const open = project.open.has(name) || project.open.has('');
    if (!open && !['image', 'build', 'provider'].some((field) => fieldOf(value, field))) {
      report(
        key,
        text(
          `services.${name}: it has neither an image nor a build`,
          `services.${name}：既没有 image 也没有 build`,
        ),
      );
    }
    if (fieldOf(value, 'network_mode') && entriesOf(fieldOf(value, 'networks')).length > 0) {
      report(
        key,
        text(
          `services.${name}: network_mode and networks exclude one another`,
          `services.${name}：network_mode 与 networks 不能同时使用`,
        ),
      );
    }
    checkNames(name, value, project, report);
    checkLimits(name, value, report);
  }
  checkDependencies(project, report);
  return faults;
}

/** Adds the faults of the values in a service that Compose refuses. */
function addRefused(node: Node, faults: SyntaxProblem[]): void {
  if (node.kind === 'map') {
    for (const { value } of node.entries.values()) addRefused(value, faults);
  } else if (node.kind === 'list') {
    for (const item of node.items) addRefused(item, faults);
  } else if (node.fault) faults.push(node.fault);
}

function checkNames(service: string, value: MapNode, project: Project, report: Report): void {
  const check = (kind: Part, wanted: string | undefined, place: Place): void => {
    if (wanted === undefined || wanted === '' || isDefined(project, kind, wanted)) return;
    report(
      place,
      text(
        `services.${service}: ${kind} has no ${wanted}`,
        `services.${service}：${kind} 中没有 ${wanted}`,
      ),
    );
  };
  for (const [network, { key }] of entriesOf(fieldOf(value, 'networks'))) {
    check('networks', network, key);
  }
  for (const volume of itemsOf(fieldOf(value, 'volumes'))) {
    if (textOf(fieldOf(volume, 'type')) === 'volume') {
      check('volumes', textOf(fieldOf(volume, 'source')), volume.place);
    }
  }
  for (const kind of ['secrets', 'configs'] as const) {
    for (const item of itemsOf(fieldOf(value, kind))) {
      check(kind, textOf(fieldOf(item, 'source')), item.place);
    }
  }
}

const twice = [
  ['mem_limit', 'limits', 'memory'],
  ['mem_reservation', 'reservations', 'memory'],
  ['cpus', 'limits', 'cpus'],
  ['pids_limit', 'limits', 'pids'],
] as const;

/** The older and the newer spelling of one limit must not disagree, nor may the newer leave out what the older says. */
function checkLimits(service: string, value: MapNode, report: Report): void {
  for (const [older, group, name] of twice) {
    const before = fieldOf(value, older);
    const beside = fieldOf(value, 'deploy', 'resources', group);
    if (!before || !differ(before, beside, name)) continue;
    const [en, zh] = fieldOf(beside, name) ? ['', ''] : [', as that is not set', '（后者未设置）'];
    report(
      before.place,
      text(
        `services.${service}: ${older} and deploy.resources.${group}.${name} differ${en}`,
        `services.${service}：${older} 与 deploy.resources.${group}.${name} 不一致${zh}`,
      ),
    );
  }
}

function checkDependencies({ services, inactive }: Project, report: Report): void {
  const off = new Set(inactive);
  const done = new Set<string>();
  /** The services that are being looked at, each needed by the one before it, and what they need further. */
  const chain = new Map<string, ReturnType<typeof dependenciesOf>[number][]>();
  const path: string[] = [];
  const enter = (name: string): void => {
    path.push(name);
    chain.set(name, dependenciesOf(services.get(name)?.value).toReversed());
  };
  for (const first of services.keys()) {
    if (!done.has(first)) enter(first);
    for (let name = path.at(-1); name !== undefined; name = path.at(-1)) {
      const [next, place] = chain.get(name)?.pop() ?? [];
      if (next === undefined || place === undefined) {
        done.add(name);
        chain.delete(name);
        path.pop();
      } else if (chain.has(next)) {
        const names = [...path, next];
        report(
          place,
          text(
            `services depend on one another in a circle: ${spelled(names)}`,
            `服务之间的依赖形成循环：${spelled(names)}`,
          ),
        );
      } else if (services.has(next)) {
        if (!done.has(next)) enter(next);
      } else if (!off.has(next)) {
        report(
          place,
          text(
            `services.${name}: there is no service ${next}`,
            `services.${name}：没有服务 ${next}`,
          ),
        );
      }
    }
  }
}

/** Of a long circle, its beginning and its end. */
const spelled = (names: readonly string[]): string =>
  (names.length > 20 ? [...names.slice(0, 10), '…', ...names.slice(-9)] : names).join(' → ');

/** Services that must be there first: those that are named, and those whose namespaces, networks or volumes are joined. */
function dependenciesOf(service: MapNode | undefined): readonly (readonly [string, Place])[] {
  const named = entriesOf(fieldOf(service, 'depends_on'))
    .filter(([, { value }]) => textOf(fieldOf(value, 'required')) !== 'false')
    .map(([name, { key }]) => [name, key] as const);
  const joined = ['network_mode', 'pid', 'ipc'].flatMap((field) => {
    const node = fieldOf(service, field);
    const name = /^service:(.+)$/.exec(textOf(node) ?? '')?.[1];
    return node && name !== undefined ? [[name, node.place] as const] : [];
  });
  const used = ['links', 'volumes_from'].flatMap((field) =>
    itemsOf(fieldOf(service, field)).flatMap((item) => {
      const [name = '', ...rest] = (textOf(item) ?? '').split(':');
      const elsewhere = name === '' || (name === 'container' && rest.length > 0);
      return elsewhere ? [] : [[name, item.place] as const];
    }),
  );
  return [...named, ...joined, ...used];
}
