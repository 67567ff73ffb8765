import type { ValueTransformer } from 'typeorm';

/** bigint columns as numbers: money up to 10^15 VND and counts are exact in a double. */
export const numeric: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null | undefined) => (value === null || value === undefined ? (value ?? null) : Number(value)),
};
