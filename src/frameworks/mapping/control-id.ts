import type { builtin } from '../../controls/registry/builtin.ts';
import type { ControlIdOf } from '../../core/controls/catalog.ts';

/**
 * The id of any built-in control. A type and no more: a framework names controls, and never loads them.
 */
export type BuiltinControlId = ControlIdOf<typeof builtin>;
