import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, CONFIG, type Config, CurrentActor, Public, Requires, Text } from '@app/platform';
import { type Profile, ProfileService } from '../application/profile.service.js';
import { SessionService } from '../application/session.service.js';
import { LoginLimiter } from './login-limiter.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';

export class LoginBody {
  @Text(254, { min: 1 }) email: string;
  @Text(1_000, { min: 1 }) password: string;
}

@Controller('api/v1')
export class AuthController {
  constructor(
    private readonly sessions: SessionService,
    private readonly profiles: ProfileService,
    private readonly limiter: LoginLimiter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Signs in: a token for programs, and the session cookie for browsers. */
  @Post('auth/login')
  @HttpCode(200)
  @Public()
  async login(@Body() body: LoginBody, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ token: string; user: Profile }> {
    this.limiter.take(address);
    const { token, actor } = await this.sessions.login(body.email, body.password);
    setSessionCookie(reply, this.config, token);
    return { token, user: await this.profiles.of(actor) };
  }

  /** Ends the session. */
  @Post('auth/logout')
  @HttpCode(200)
  @Requires('account:own')
  async logout(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ signedOut: true }> {
    await this.sessions.logout(actor);
    clearSessionCookie(reply, this.config);
    return { signedOut: true };
  }

  /** Who is signed in. */
  @Get('me')
  @Requires('account:own')
  me(@CurrentActor() actor: Actor): Promise<Profile> {
    return this.profiles.of(actor);
  }
}
