import { z } from 'zod';
import { parseJsonText } from '../../../syntax/json/parse-json-text.ts';

/** Something that happened at an engine, as far as a watcher needs it; of labels and words of commands nothing is kept. */
export interface EngineEvent {
  /** When, ISO 8601 UTC, by the engine's clock. */
  readonly at: string;
  /** What it happened to: `container`, `image`, `network`, `volume`, `daemon`, `service`, … */
  readonly type: string;
  /** What happened: `start`, `exec_create`, `die`, … */
  readonly action: string;
  /** Of what it happened to. */
  readonly id: string;
  /** The same by its name; `''` where the engine gives none. */
  readonly name: string;
  /** The image of a container, as it was named; absent for anything else. */
  readonly image?: string;
  /** The container that was connected to a network; absent for anything else. */
  readonly container?: string;
  /** The command in a container that it is about; absent for anything else. */
  readonly exec?: string;
}

const rawEvent = z.object({
  Type: z.string(),
  Action: z.string(),
  Actor: z.object({
    ID: z.string().default(''),
    Attributes: z.record(z.string(), z.unknown()).nullish(),
  }),
  time: z.number().optional(),
  timeNano: z.number().optional(),
});

/**
 * Reads one event; `undefined` for what is none.
 *
 * @param clean takes secrets out of names
 */
export function readEvent(line: string, clean: (text: string) => string): EngineEvent | undefined {
  const raw = rawEvent.safeParse(parsed(line)).data;
  if (!raw) return undefined;
  const { Type, Action, Actor, time, timeNano } = raw;
  const attribute = (name: string): string | undefined => {
    const value = Actor.Attributes?.[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [image, container, exec] = [
    attribute('image'),
    attribute('container'),
    attribute('execID'),
  ];
  // An action may carry the words of a command.
  const [action = ''] = Action.split(':', 1);
  return {
    at: instantOf(timeNano === undefined ? (time ?? 0) * 1000 : timeNano / 1e6),
    type: Type,
    action,
    id: Actor.ID,
    name: clean(attribute('name') ?? ''),
    ...(Type === 'container' && image !== undefined ? { image: clean(image) } : {}),
    ...(container === undefined ? {} : { container }),
    ...(exec === undefined ? {} : { exec }),
  };
}

function parsed(line: string): unknown {
  try {
    return parseJsonText(line);
  } catch {
    return undefined;
  }
}

/** A number that no clock gives is the beginning of time. */
function instantOf(milliseconds: number): string {
  const at = new Date(milliseconds);
  return (Number.isNaN(at.getTime()) ? new Date(0) : at).toISOString();
}
