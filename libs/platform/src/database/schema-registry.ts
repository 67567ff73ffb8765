import type { EntitySchema, MigrationInterface } from 'typeorm';

type EntityClass = (new (...args: never[]) => object) | EntitySchema;
type MigrationClass = new () => MigrationInterface;

const entities = new Set<EntityClass>();
const migrations = new Set<MigrationClass>();

/**
 * Each context declares its tables once, where its module is defined: explicit lists, no globs.
 * The database reads the lists when it is opened, after all modules have been loaded.
 */
export const registerSchema = (schema: { entities?: EntityClass[]; migrations?: MigrationClass[] }): void => {
  for (const entity of schema.entities ?? []) entities.add(entity);
  for (const migration of schema.migrations ?? []) migrations.add(migration);
};

export const registeredEntities = (): EntityClass[] => [...entities];
export const registeredMigrations = (): MigrationClass[] => [...migrations];
