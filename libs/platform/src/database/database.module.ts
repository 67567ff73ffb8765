import { Global, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from './database.js';
import { registeredEntities, registeredMigrations } from './schema-registry.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

/**
 * A worker runs ten handlers at once, each in a transaction beside which it may need a second connection, and keeps up to four for
 * listening and locks: with fewer they would wait for each other. Connections are opened only when they are needed.
 */
const POOL_SIZE = 28;

/** TypeORM's options; also used by commands and tests that open the database themselves. */
export const databaseOptions = (url: string, poolSize = POOL_SIZE): TypeOrmModuleOptions & { type: 'postgres' } => ({
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
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => {
        if (!config.databaseUrl) throw new Error('DATABASE_URL is not set.');
        return { ...databaseOptions(config.databaseUrl), retryAttempts: 3, retryDelay: 1000 };
      },
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
