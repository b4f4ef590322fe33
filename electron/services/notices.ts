import type { Notice } from '../../shared/state.ts';

/** A notice before it has an id. `Omit` alone would merge the members of the union. */
export type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;
