import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { parseConfig, type Permission, PlatformModule, PUBLIC, REQUIRES } from '@app/platform';

export interface Route {
  method: string;
  path: string;
  handler: string;
  permission: Permission | undefined;
  isPublic: boolean;
}

type Handler = (...args: never[]) => unknown;

const joined = (...parts: string[]): string => `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');

const routesOf = (controller: Type<unknown>): Route[] => {
  const prototype = controller.prototype as Record<string, Handler>;
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method = typeof handler === 'function' ? (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined) : undefined;
    if (method === undefined) return [];
    const own = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    const told = <T>(key: string): T | undefined => (Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller)) as T | undefined;
    return bases.flatMap((base) =>
      own.map((path) => ({
        method: RequestMethod[method], path: joined(base, path), handler: `${controller.name}.${name}`,
        permission: told<Permission>(REQUIRES), isPublic: told<boolean>(PUBLIC) ?? false,
      })),
    );
  });
};

/** Every handler of the given modules, without starting anything. */
export const allRoutes = async (...modules: (Type<unknown> | DynamicModule)[]): Promise<Route[]> => {
  class PreviewRoot {}
  const config = parseConfig({ DATABASE_URL: 'postgres://preview/none' });
  const root: DynamicModule = { module: PreviewRoot, imports: [PlatformModule.with(config), ...modules] };
  const app = await NestFactory.create(root, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false });
  const container = (app as unknown as { container: { getModules(): ModulesContainer } }).container.getModules();
  return new DiscoveryService(container).getControllers().flatMap((wrapper) => routesOf(wrapper.metatype as Type<unknown>));
};
