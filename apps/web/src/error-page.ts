import type { ErrorPage } from '@app/platform';

/** Draws an error for people who asked for a page. */
export const errorPage: ErrorPage = (problem, _request, reply) => {
  void reply.status(problem.status).header('content-type', 'text/plain; charset=utf-8').send(`${problem.title}\n`);
};
