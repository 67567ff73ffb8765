import { applyDecorators, Controller, createParamDecorator, type ExecutionContext, Get, Post, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { patterns, type RouteName } from '../i18n/routes.js';
import { HtmlInterceptor } from './html.interceptor.js';
import { PageViewPipe } from './page-view.pipe.js';

/** A controller of pages: its handlers answer with a page, the page again, or a redirect. */
export const PageController = () => applyDecorators(Controller(), ApiExcludeController(), UseInterceptors(HtmlInterceptor));

/** Both language forms of a route. */
export const GetPage = (route: RouteName) => Get(patterns(route));
export const PostTo = (route: RouteName) => Post(patterns(route));

const RequestOfPage = createParamDecorator((_data: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest());

/** What every page gets besides its own data. */
export const View = () => RequestOfPage(PageViewPipe);
