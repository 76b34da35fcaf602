import { parseImageReference } from '../../engine/facts/workload/image-reference.ts';
import { missing } from '../../partly.ts';
import type { Redactor } from '../../secrets/create-redactor.ts';
import { sourceAt, textOf } from '../node.ts';
import { text } from '../../../core/text.ts';
import { neededIn } from '../reading/needed.ts';
import type { Said } from './said.ts';

/** Whether no part of an image's name is empty, as one is where a variable in it is not set: `/app:`. */
const isWhole = (reference: string): boolean =>
  reference !== '' && !/^[/:@]|[/:@]{2}|[/:@]$/.test(reference);

/** The image that a service names; what is built here has the name that Compose gives it, `built`. */
export function imageOf(said: Said, built: string, redactor: Redactor) {
  const [node, build] = [said.field('image'), said.field('build')];
  const reference = textOf(node);
  if (reference !== undefined && !isWhole(reference)) {
    const open = said.unknown(
      text(
        'its name is not whole: a variable in it has no value here, and so whoever starts it decides',
        '名称不完整：其中的变量在此没有值，由启动者决定',
      ),
    );
    return { reference: open, id: null, registry: open, tag: open, digest: open };
  }
  const lacking = neededIn(reference ?? '', redactor);
  if (node && lacking !== undefined) {
    const open = missing({
      reason: 'unavailable',
      detail: lacking,
      source: sourceAt(node.place),
    });
    return { reference: open, id: null, registry: open, tag: open, digest: open };
  }
  const { registry, tag, digest } = parseImageReference(reference ?? built, '');
  const here = said.unknown(
    text(
      'it is built from the project, so that what a registry holds is not what runs',
      '由该项目构建，仓库中的内容并非实际运行的内容',
    ),
  );
  return {
    reference: said.at(node ?? build, reference ?? built),
    id: null,
    registry: reference === undefined ? here : said.at(node, registry),
    tag: reference === undefined ? here : said.at(node, tag),
    digest: build ? here : said.at(node, digest),
  };
}
