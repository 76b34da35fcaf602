import { dirname } from 'node:path';
import { text } from '../../core/text.ts';
import { readLinked } from '../files/read-linked.ts';
import { blankComments } from '../../syntax/json/blank-comments.ts';
import { findMistake, positionOf } from '../../syntax/json/scan-json.ts';
import { SyntaxProblem } from '../../syntax/problem.ts';
import { readNodes, type ReadFile } from '../../syntax/compose/reading/read-nodes.ts';
import type { MapNode } from '../../syntax/compose/tree/nodes.ts';
import { workspaceOf } from './workspace-of.ts';

/** A `devcontainer.json` as it is written. */
export interface DevContainerFile {
  /** How messages and evidence call it. */
  readonly name: string;
  /** The folder that it stands in, from which it names files. */
  readonly folder: string;
  /** The folder that is opened in the container. */
  readonly workspace: string;
  readonly whole: MapNode;
  readonly read: ReadFile;
}

/**
 * Reads a `devcontainer.json`: JSON with comments and trailing commas.
 *
 * @param path absolute
 * @param name how messages call it
 * @throws SyntaxProblem with file, line and column where it is something else; PlimsollError as reading a file does
 */
export async function readDevContainer(path: string, name: string): Promise<DevContainerFile> {
  const folder = dirname(path);
  const json = blankComments(await readLinked(path));
  const mistake = findMistake(json);
  if (mistake) {
    const { line, column } = positionOf(json, mistake.at);
    const place = `${name}:${line}:${column}`;
    throw new SyntaxProblem(
      'invalid',
      text(`${place}: ${mistake.why.en}`, `${place}: ${mistake.why.zh}`),
      { hint: text('The file must be JSON with comments.', '该文件须为带注释的 JSON。') },
    );
  }
  // JSON is YAML.
  const read = await readNodes(json, name);
  const [whole] = read.nodes;
  if (whole?.kind !== 'map') {
    throw new SyntaxProblem(
      'invalid',
      text(`${name}:1:1: the file must be an object`, `${name}:1:1: 该文件应为对象`),
    );
  }
  return { name, folder, workspace: workspaceOf(path), whole, read };
}
