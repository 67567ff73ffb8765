import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from './database.js';
import { DatabaseNotices } from './database-notices.js';
import { registeredEntities, registeredMigrations } from './schema-registry.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/**
 * The most connections that a process opens, and only when it needs them. A worker runs ten handlers at once, each in a transaction
 * beside which it may need a second connection, and keeps a few for listening and locks: with fewer they would wait for each
 * other. A process that answers HTTP needs one for each statement under way and one for listening; requests wait their turn.
 */
export const CONNECTIONS = { http: 12, worker: 28 } as const;

/** TypeORM's options; also used by commands and tests that open the database themselves. */
export const databaseOptions = (url: string, poolSize: number = CONNECTIONS.worker): TypeOrmModuleOptions & { type: 'postgres' } => ({
  type: 'postgres',
  url,
  entities: registeredEntities(),
  migrations: registeredMigrations(),
  migrationsRun: false,
  synchronize: false,
  namingStrategy: new SnakeNamingStrategy(),
  extra: { max: poolSize, connectionTimeoutMillis: 5_000, application_name: 'techfloor', statement_timeout: 60_000 },
  poolErrorHandler: () => undefined,
});

@Global()
@Module({ providers: [Database, DatabaseNotices], exports: [Database, DatabaseNotices] })
export class DatabaseModule {
  static with(connections: number): DynamicModule {
    const source = TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => {
        if (!config.databaseUrl) throw new Error('DATABASE_URL is not set.');
        return { ...databaseOptions(config.databaseUrl, connections), retryAttempts: 3, retryDelay: 1000 };
      },
    });
    return { module: DatabaseModule, imports: [source] };
  }
}
