import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** A query as the API reads it, but lenient: on a page an unknown name or a value that cannot be is as if it were not there. */
export const lenientQuery = <T extends object>(shape: Type<T>, raw: unknown): T => {
  const given = Object.fromEntries(Object.entries(raw as object).filter(([, value]) => value !== ''));
  const query = plainToInstance(shape, given);
  const plain = new shape();
  for (const { property } of validateSync(query, { whitelist: true })) Object.assign(query, { [property]: plain[property as keyof T] });
  return query;
};
