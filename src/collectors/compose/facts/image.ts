import { parseImageReference } from '../../../syntax/image-reference/parse-image-reference.ts';
import { missing } from '../../gathering/partial-facts.ts';
import type { Redactor } from '../../redaction/create-redactor.ts';
import { sourceAt } from '../loading/source-at.ts';
import { type Node, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { text } from '../../../core/text.ts';
import { hasCertainVersion, isWholeName } from '../../../syntax/compose/reading/fill-image-name.ts';
import { neededIn, spellOpen } from '../../../syntax/compose/reading/required-variables.ts';
import type { Said } from './read-fields.ts';

/** The image that a service names; what is built here has the name that Compose gives it, `built`. */
export function imageOf(said: Said, built: string, redactor: Redactor) {
  const [node, build] = [said.field('image'), said.field('build')];
  const reference = textOf(node);
  const here = said.unknown(
    text(
      'it is built from the project, so that what a registry holds is not what runs',
      '由该项目构建，仓库中的内容并非实际运行的内容',
    ),
  );
  if (node && reference !== undefined) {
    const spelled = spellOpen(reference);
    if (spelled !== reference || !isWholeName(reference)) {
      const open = openName(said, node, reference, redactor);
      const nowhere = { reference: open, id: null, registry: open, tag: open, digest: open };
      if (!isWholeName(spelled) || !hasCertainVersion(spelled)) return nowhere;
      const { tag, digest } = parseImageReference(spelled, '');
      return {
        ...nowhere,
        spelled: said.at(node, spelled),
        tag: said.at(node, tag),
        digest: build ? here : said.at(node, digest),
      };
    }
  }
  if (!node && !build) {
    const none = said.unknown(
      text(
        'it has neither an image nor a build, and so Compose refuses it',
        '既无 image 也无 build，Compose 会拒绝',
      ),
    );
    return { reference: none, id: null, registry: none, tag: none, digest: none };
  }
  const { registry, tag, digest } = parseImageReference(reference ?? built, '');
  return {
    reference: said.at(node ?? build, reference ?? built),
    id: null,
    registry: reference === undefined ? said.at(build, '') : said.at(node, registry),
    tag: reference === undefined ? here : said.at(node, tag),
    digest: build ? here : said.at(node, digest),
  };
}

/** Why it is not known which image a name means: a variable that must be set, or one that leaves a part of it open. */
function openName(said: Said, node: Node, reference: string, redactor: Redactor) {
  const lacking = neededIn(reference, (message) => redactor.text(message).value);
  return lacking === undefined
    ? said.unknown(
        text(
          'its name is not whole: a variable in it has no value here, so the person who starts it decides',
          '名称不完整：其中的变量在此没有值，由启动者决定',
        ),
      )
    : missing({ reason: 'unavailable', detail: lacking, source: sourceAt(node.place) });
}
