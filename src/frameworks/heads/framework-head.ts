import type { Framework } from '../../core/frameworks/framework.ts';

/**
 * What there is to say of a framework before its requirements are loaded. The framework is made from it,
 * so that the two cannot disagree.
 */
export type FrameworkHead = Omit<Framework, 'requirements'>;
