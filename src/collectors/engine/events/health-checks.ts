import type { EngineEvent } from './engine-event.ts';

/** Commands that are remembered as health checks; some engines run thousands in the time that one takes. */
const rememberedAtMost = 10_000;

/**
 * Keeps the events of health checks back, which are most of what engines report and change nothing. Whether a command is one,
 * is asked of the engine, and not taken from its words.
 *
 * @param isHealthCheck asks for a command in a container; `false` where that cannot be found out
 * @param onEvent is given every other event
 */
export function withoutHealthChecks(
  isHealthCheck: (container: string, exec: string) => Promise<boolean>,
  onEvent: (event: EngineEvent) => void,
): (event: EngineEvent) => void {
  const passUnless = async (asked: Promise<boolean>, event: EngineEvent): Promise<void> => {
    if (!(await asked)) onEvent(event);
  };
  const known = new Map<string, Promise<boolean>>();
  return (event) => {
    const { type, action, id, exec } = event;
    if (type !== 'container' || exec === undefined || !action.startsWith('exec_')) {
      onEvent(event);
      return;
    }
    const asked = known.get(exec) ?? isHealthCheck(id, exec).catch(() => false);
    known.set(exec, asked);
    if (action === 'exec_die' || known.size > rememberedAtMost) known.delete(exec);
    void passUnless(asked, event);
  };
}
