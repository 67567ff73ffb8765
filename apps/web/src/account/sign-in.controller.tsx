import { Body, Inject, Ip, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { clearSessionCookie, LoginLimiter, SessionService, setSessionCookie } from '@app/identity';
import { type Actor, CONFIG, type Config, CurrentActor, DomainError, errorText, Public, STATUS, Text } from '@app/platform';
import type { FormState } from '../components/form-state.js';
import { checked, type Posted, returnedForm, textIn } from '../forms/posted-form.js';
import type { Lang } from '../i18n/languages.js';
import { path } from '../i18n/routes.js';
import { localPath } from '../layout/addresses.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { SignInPage } from './sign-in.page.js';

class SignInForm {
  @Text(254, { min: 1 }) email: string;
  @Text(1_000, { min: 1 }) password: string;
}

@PageController()
@Public()
export class SignInController {
  constructor(
    private readonly sessions: SessionService,
    private readonly limiter: LoginLimiter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @GetPage('signIn')
  ask(@View() view: PageView, @Query() query: Posted): PageAnswer {
    return <SignInPage view={view} next={localPath(query['next'])} />;
  }

  /** The same limits as the API's; the cookie is the same session. */
  @PostTo('signIn')
  async signIn(@View() view: PageView, @Body() body: Posted, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PageAnswer> {
    const next = localPath(body['next']);
    const typed = { email: textIn(body, 'email') };
    try {
      this.limiter.take(address);
      // A password is taken as it was typed.
      const { email, password } = await checked(SignInForm, { ...typed, password: body['password'] });
      const { token, actor } = await this.sessions.login(email, password);
      setSessionCookie(reply, this.config, token);
      return new SeeOther(next ?? workplaceOf(actor, view.lang));
    } catch (error) {
      const { form, status } = refusedForm(error, typed, view.lang);
      if (status === STATUS.limited) void reply.header('retry-after', '60');
      return new Returned(status, <SignInPage view={view} form={form} next={next} />);
    }
  }

  @PostTo('signOut')
  async signOut(@View() view: PageView, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<PageAnswer> {
    await this.sessions.logout(actor);
    clearSessionCookie(reply, this.config);
    return new SeeOther(path(view.lang, 'home'), 'signedOut');
  }
}

/** Wrong credentials are told at the form, without saying which of the two is wrong. */
const refusedForm = (error: unknown, values: FormState['values'], lang: Lang): { form: FormState; status: number } => {
  if (!(error instanceof DomainError) || error.kind !== 'unauthenticated') return returnedForm(error, values, { lang });
  return { form: { values, errors: [{ field: 'email', message: errorText(error.code, lang) }] }, status: STATUS.unauthenticated };
};

/** Where this person's work is. */
const workplaceOf = (actor: Actor, lang: Lang): string => {
  if (actor.isStaff) return path(lang, 'desk');
  if (actor.organizationsOf('enterprise').length > 0) return path(lang, 'myRequests');
  return actor.organizationsOf('supplier').length > 0 ? path(lang, 'myOffers') : path(lang, 'home');
};
