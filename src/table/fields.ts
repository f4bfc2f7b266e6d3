import { approvalFields } from './fields/approval.ts';
import type { Field } from './fields/field.ts';
import { figureFields } from './fields/figures.ts';
import { leadFields } from './fields/leads.ts';
import { placementFields } from './fields/placements.ts';
import { postFields } from './fields/posts.ts';

export * from './fields/approval.ts';
export * from './fields/field.ts';
export * from './fields/figures.ts';
export * from './fields/leads.ts';
export * from './fields/placements.ts';
export * from './fields/posts.ts';

/** Every field there is; recognition, settings, the sidebar's selects and the docs derive from this list. */
export const fields: readonly Field[] = [...postFields, ...approvalFields, ...figureFields, ...leadFields, ...placementFields];

const byId = new Map(fields.map((field) => [field.id, field] as const));
export const fieldById = (id: string | null): Field | undefined => (id === null ? undefined : byId.get(id));
