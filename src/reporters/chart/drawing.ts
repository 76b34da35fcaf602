import type { Look } from '../model/entries/count.ts';

/** In which order looks stand in a bar: what is bad has a base line of its own, so that it can be compared. */
export const lookOrder = [
  'bad',
  'severe',
  'doubt',
  'conditional',
  'good',
  'plain',
  'none',
] as const satisfies readonly Look[];

/** A place in a drawing, in its own units, from the left and from the top. */
export type Point = readonly [x: number, y: number];

/** One thing in a drawing. */
export type Shape =
  | {
      readonly kind: 'bar';
      readonly at: Point;
      readonly width: number;
      readonly height: number;
      readonly look: Look;
      /** The text shown when a pointer rests on it. */
      readonly hint?: string;
    }
  | { readonly kind: 'area'; readonly points: readonly Point[]; readonly look: Look }
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly strong?: boolean }
  | { readonly kind: 'dot'; readonly at: Point; readonly hint?: string }
  | {
      readonly kind: 'text';
      /** Where its base line begins, has its middle, or ends. */
      readonly at: Point;
      readonly align: 'start' | 'middle' | 'end';
      readonly text: string;
      /** Beside the matter: what an axis counts. */
      readonly quiet?: boolean;
    };

/** A drawing before it has a form: a format gives its looks colour and pattern, and decides nothing. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What it shows, for readers who do not see it. */
  readonly title: string;
  readonly description: string;
  readonly shapes: readonly Shape[];
}

/** The width of every drawing, in units where a letter is 12 high. */
export const drawingWidth = 760;

/** The size of its letters. */
export const letter = 12;
