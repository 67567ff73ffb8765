export { AccountService, type NewAccount } from './application/account.service.js';
export { type Profile, ProfileService } from './application/profile.service.js';
export { SessionService } from './application/session.service.js';
export { LoginLimiter } from './http/login-limiter.js';
export { clearSessionCookie, setSessionCookie } from './http/session-cookie.js';
export { IdentityHttpModule, IdentityModule } from './identity.module.js';
